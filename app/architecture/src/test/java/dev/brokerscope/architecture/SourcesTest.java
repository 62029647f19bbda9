package dev.brokerscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SourcesTest {

    private static final int MOST_LINES = 400;

    private static final Pattern BROKER_NAME = Pattern.compile(
            "(?i)kafka|rabbit|\\bredis|pulsar|\\bmqtt|\\bnats\\b|\\bamqp", Pattern.MULTILINE);

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
        List<String> named =
                Product.mainSources("app/api", "app/archive", "app/core", "app/cli", "app/desktop").stream()
                        .flatMap(file -> BROKER_NAME.matcher(file.code()).results().map(MatchResult::group).distinct()
                                .map(name -> file.path() + ": " + name))
                        .toList();
        assertEquals(List.of(), named, "Say it through the api, or move the text to a resource");
    }
}
