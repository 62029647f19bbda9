package dev.brokerscope.installers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Archives of a tree below one folder; the same tree makes the same bytes, whoever packs it and when.
///
/// @param top the folder that unpacking makes
record Archives(Tree tree, String top) {

    private static final int RUNNABLE = 0755;
    private static final int PLAIN = 0644;
    private static final int LINK = 0120777;
    /// The highest level takes three times as long for one part in a hundred.
    private static final int COMPRESSION = 6;

    Path tarGz(Path file) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(COMPRESSION);
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(
                        new GzipCompressorOutputStream(out, parameters), "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            Map<Object, String> written = new HashMap<>();
            for (Path each : tree.files()) {
                TarArchiveEntry entry = tarEntry(each, written);
                tar.putArchiveEntry(entry);
                if (entry.getSize() > 0) {
                    Files.copy(each, tar);
                }
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    Path zip(Path file) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            zip.setLevel(COMPRESSION);
            for (Path each : tree.files()) {
                boolean link = Files.isSymbolicLink(each);
                ZipArchiveEntry entry = new ZipArchiveEntry(name(each));
                entry.setTime(Tree.TIME);
                entry.setUnixMode(link ? LINK : mode(each));
                zip.putArchiveEntry(entry);
                if (link) {
                    zip.write(
                            Files.readSymbolicLink(each).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                } else {
                    Files.copy(each, zip);
                }
                zip.closeArchiveEntry();
            }
        }
        return file;
    }

    /// @param written names of the files so far, by what makes a file one on this system: a second name becomes a link
    private TarArchiveEntry tarEntry(Path file, Map<Object, String> written) throws IOException {
        TarArchiveEntry entry;
        Optional<String> first = firstName(file, written);
        if (Files.isSymbolicLink(file)) {
            entry = new TarArchiveEntry(name(file), TarConstants.LF_SYMLINK);
            entry.setLinkName(Files.readSymbolicLink(file).toString());
        } else if (first.isPresent()) {
            entry = new TarArchiveEntry(name(file), TarConstants.LF_LINK);
            entry.setLinkName(first.get());
        } else {
            entry = new TarArchiveEntry(name(file));
            entry.setSize(Files.size(file));
            entry.setMode(mode(file));
        }
        entry.setLastModifiedTime(Tree.TIME);
        return entry;
    }

    private Optional<String> firstName(Path file, Map<Object, String> written) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
        return key == null ? Optional.empty() : Optional.ofNullable(written.putIfAbsent(key, name(file)));
    }

    private String name(Path file) {
        return top + "/" + tree.root().relativize(file).toString().replace('\\', '/');
    }

    private static int mode(Path file) {
        return Files.isExecutable(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? RUNNABLE : PLAIN;
    }
}
