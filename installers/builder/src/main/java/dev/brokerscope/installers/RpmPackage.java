package dev.brokerscope.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An RPM without scripts of its own.
///
/// @param small whether to take the time that the smallest file takes
record RpmPackage(Programs programs, Metadata metadata, Path templates, Path work, boolean small) {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    Path build(Tree tree, Path folder) throws IOException, InterruptedException {
        String home = metadata.get("linux.folder");
        Map<String, String> facts = new HashMap<>(metadata.facts());
        facts.put("rpm.payload", small ? "w19.zstdio" : "w3.zstdio");
        facts.put("tree", tree.root().toString());
        facts.put("files", Stream.concat(Stream.of(home),
                tree.files().stream().map(f -> "/" + tree.root().relativize(f)).filter(f -> !f.startsWith(home + "/")))
                .map(f -> "\"" + f + "\"").collect(Collectors.joining("\n")));
        Tree top = Tree.fresh(work.resolve("rpm"));
        top.write("brokerscope.spec",
                new Template(Files.readString(templates.resolve("brokerscope.spec"))).filled(facts));
        programs.run(List.of("rpmbuild", "-bb", "--define", "_topdir " + top.root(), "--target",
                metadata.get("arch.rpm"), top.root().resolve("brokerscope.spec").toString()),
                Map.of("SOURCE_DATE_EPOCH", String.valueOf(Tree.TIME.toInstant().getEpochSecond())), LIMIT);
        Path made = top.files().stream().filter(f -> f.toString().endsWith(".rpm")).findFirst()
                .orElseThrow(() -> new PackagingException("rpmbuild made no package."));
        Path rpm = folder.resolve(String.valueOf(made.getFileName()));
        return Files.move(made, rpm);
    }
}
