package dev.brokerscope.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /// Keys, and beginnings of keys whose end is computed: those end with a full stop.
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
    private static final Pattern USE = Pattern.compile("(?:Texts\\.|(?<![.\\w]))text\\(\\s*\"([a-z][A-Za-z0-9._-]*)\"");

    @Test
    void everyTextOfTheBundleIsUsed() throws IOException {
        Set<String> literals = found(LITERAL);
        Set<String> unused = new TreeSet<>(keys());
        unused.removeIf(key -> literals.stream().anyMatch(literal -> means(literal, key)));
        assertEquals(Set.of(), unused);
    }

    @Test
    void everyTextThatIsUsedIsInTheBundle() throws IOException {
        Set<String> missing = new TreeSet<>(found(USE));
        missing.removeIf(use -> keys().stream().anyMatch(key -> means(use, key)));
        assertEquals(Set.of(), missing);
    }

    @Test
    void numbersAreGroupedByThousands() {
        assertEquals(" of ≤ 1,204,006", Texts.text("progress.of", "≤ ", 1_204_006L));
    }

    private static boolean means(String literal, String key) {
        return literal.endsWith(".")
                ? key.startsWith(literal)
                : key.equals(literal) || key.equals(literal + ".hint");
    }

    private static Set<String> keys() {
        return ResourceBundle.getBundle("dev.brokerscope.desktop.texts").keySet();
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).flatMap(TextsTest::code)
                    .flatMap(code -> pattern.matcher(code).results()).map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> code(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
