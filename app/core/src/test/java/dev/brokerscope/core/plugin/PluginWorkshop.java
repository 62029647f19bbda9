package dev.brokerscope.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Makes plugin folders out of source text, good ones and bad ones.
final class PluginWorkshop {

    private static final String DECODER = """
            package lab;

            import dev.brokerscope.api.decode.*;
            import java.util.List;

            public final class LabPlugin implements DecoderPlugin, Decoder {
                public String id() { return "%1$s"; }
                public String name() { return %2$s; }
                public String version() { return "1"; }
                public List<Decoder> decoders() { return List.of(this); }
                public Assessment assess(Sample sample) { return new Assessment(50, %3$s); }
                public Decoded decode(Sample sample, SchemaSource schemas) { throw new IllegalStateException("oops"); }
            }
            """;

    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private String service = "lab.LabPlugin";
    private String spi = "";
    private String left = "";

    PluginWorkshop(Path folder) {
        this.folder = folder;
    }

    /// @param name and reason are Java expressions, evaluated at load time and at call time
    PluginWorkshop decoder(String id, String name, String reason) {
        sources.put("LabPlugin", DECODER.formatted(id, name, reason));
        return this;
    }

    PluginWorkshop source(String simpleName, String text) {
        sources.put(simpleName, "package lab; " + text);
        return this;
    }

    PluginWorkshop service(String className) {
        service = className;
        return this;
    }

    PluginWorkshop spi(String version) {
        spi = version;
        return this;
    }

    /// Leaves this class out of the jar.
    PluginWorkshop leavingOut(String simpleName) {
        left = simpleName;
        return this;
    }

    /// The folder `name` with one jar.
    Path jar(String name) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve(name));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!spi.isEmpty()) {
            manifest.getMainAttributes().putValue("Brokerscope-Spi", spi);
        }
        try (OutputStream file = Files.newOutputStream(plugin.resolve(name + ".jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            for (var entry : contents().entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        }
        return plugin;
    }

    /// The folder `name` with a `classes` folder.
    Path classes(String name) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve(name));
        for (var entry : contents().entrySet()) {
            Path file = plugin.resolve("classes").resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
        return plugin;
    }

    private Map<String, byte[]> contents() throws IOException {
        Path work = Files.createTempDirectory(folder, ".work");
        List<String> arguments = new ArrayList<>(List.of("-d", work.toString(), "-proc:none", "-cp",
                System.getProperty("java.class.path")));
        for (var source : sources.entrySet()) {
            Path file = Files.createDirectories(work.resolve("src")).resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        int result = compiler.run(null, null, new java.io.ByteArrayOutputStream() {
            @Override
            public void flush() {
                errors.append(toString(StandardCharsets.UTF_8));
            }
        }, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException(errors.toString());
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(work.resolve("lab"))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().equals(left + ".class")) {
                    contents.put("lab/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        contents.put("META-INF/services/dev.brokerscope.api.decode.DecoderPlugin",
                (service + "\n").getBytes(StandardCharsets.UTF_8));
        return contents;
    }
}
