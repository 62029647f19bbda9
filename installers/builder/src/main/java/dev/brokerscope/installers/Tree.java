package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder that becomes part of a package.
record Tree(Path root) {

    /// What every file of a package states: packages of one commit differ in nothing.
    static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    /// An empty folder; what was there before goes.
    static Tree fresh(Path root) throws IOException {
        if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            delete(root);
        }
        return new Tree(Files.createDirectories(root));
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, IOException failed) throws IOException {
                Files.delete(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Copies what the rule wants, times and modes too; symbolic links stay links.
    ///
    /// @param wanted gets paths relative to `from`
    void add(Path from, Predicate<Path> wanted) throws IOException {
        for (Path file : files(from)) {
            Path relative = from.relativize(file);
            if (wanted.test(relative)) {
                Path to = root.resolve(relative.toString());
                Files.createDirectories(parent(to));
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    void write(String path, String text) throws IOException {
        Path to = root.resolve(path);
        Files.createDirectories(parent(to));
        Files.writeString(to, text);
    }

    void write(String path, byte[] bytes) throws IOException {
        Path to = root.resolve(path);
        Files.createDirectories(parent(to));
        Files.write(to, bytes);
    }

    /// Files and links, sorted by path.
    List<Path> files() throws IOException {
        return files(root);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
    }

    /// One time for all, and modes that do not depend on who builds: 755 for folders and what can be run, else 644.
    void normalise() throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (Files.isSymbolicLink(file)) {
                    continue;
                }
                if (posix) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(
                            Files.isExecutable(file) || Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--"));
                }
                Files.setLastModifiedTime(file, TIME);
            }
        }
    }

    /// Bytes of all files; a file with several names counts once.
    long bytes() throws IOException {
        java.util.Set<Object> seen = new java.util.HashSet<>();
        long sum = 0;
        for (Path file : files()) {
            BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            if (facts.fileKey() == null || seen.add(facts.fileKey())) {
                sum += facts.size();
            }
        }
        return sum;
    }

    private static Path parent(Path file) {
        return java.util.Objects.requireNonNull(file.getParent());
    }
}
