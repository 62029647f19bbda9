package dev.brokerscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SourcesTest {

    private static final int MOST_LINES = 400;

    /// Brokers to come; those that are there name themselves.
    private static final List<String> OTHER_BROKERS = List.of("rabbit", "pulsar", "mqtt", "nats", "amqp", "artemis",
            "activemq", "jetstream");

    /// A plugin whose name is a word of the program: an engine holds things in memory.
    private static final String A_WORD = "memory";

    /// What grows past this has two jobs.
    @Test
    void noFileIsLongerThanFourHundredLines() {
        List<String> longer = Product.allSources().stream()
                .filter(file -> file.lines().size() > MOST_LINES)
                .map(file -> file.path() + ": " + file.lines().size() + " lines")
                .toList();
        assertEquals(List.of(), longer, "Split each by its jobs");
    }

    /// A broker's name in the program means that the contract of plugins lacks a word: the next broker would need an
    /// edit here.
    @Test
    void theProgramNamesNoBroker() {
        List<String> brokers = Product.brokerModules();
        assertTrue(brokers.containsAll(List.of("kafka", A_WORD)), () -> "brokers are missing among " + brokers);
        String names = Stream.concat(brokers.stream().filter(name -> !name.equals(A_WORD)), OTHER_BROKERS.stream())
                .map(name -> "\\b" + name).collect(Collectors.joining("|"));
        Pattern named = Pattern.compile("(?i)" + names + "|(?-i:kafka|Kafka|Redis|Rabbit)");
        List<String> found =
                Product.mainSources("app/api", "app/archive", "app/core", "app/cli", "app/desktop").stream()
                        .flatMap(file -> named.matcher(file.code()).results().map(MatchResult::group).distinct()
                                .map(name -> file.path() + ": " + name))
                        .toList();
        assertEquals(List.of(), found, "Say it through the api, or move the text to a resource");
    }
}
