package dev.brokerscope.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A Java file of the repository; `path` is relative to its root, with slashes.
record SourceFile(String path, String text) {

    /// A text block, a string, a character (these are kept), or a comment (this goes).
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            """
                    (?<literal>\"""(?s:.)*?\"""|"(?:\\\\.|[^"\\\\\\n])*+"|'(?:\\\\.|[^'\\\\\\n])++')|//[^\\n]*|/\\*(?s:.)*?\\*/""");

    static SourceFile read(Path repository, Path file) {
        try {
            return new SourceFile(repository.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /// The text without its comments; strings stay.
    String code() {
        return LITERAL_OR_COMMENT.matcher(text).replaceAll("${literal}");
    }

    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }

    boolean isNamed(String name) {
        return path.endsWith("/" + name);
    }
}
