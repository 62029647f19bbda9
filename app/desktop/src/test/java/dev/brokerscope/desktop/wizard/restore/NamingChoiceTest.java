package dev.brokerscope.desktop.wizard.restore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.desktop.wizard.restore.NamingChoice.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NamingChoiceTest {

    private final NamingChoice choice = new NamingChoice();

    @BeforeEach
    void setUp() {
        choice.offer(List.of(ChannelId.of("topic", "orders"), ChannelId.of("topic", "payments")));
    }

    @Test
    void keepsNames() {
        assertEquals(List.of("orders", "payments"), names());
    }

    @Test
    void prefixesNames() {
        choice.kindProperty().set(NamingKind.PREFIX);
        choice.prefixProperty().set("copy.");

        assertEquals(List.of("copy.orders", "copy.payments"), names());
    }

    @Test
    void renamesOneByOne() {
        choice.kindProperty().set(NamingKind.EACH);
        choice.lines().getFirst().name().set("orders-copy");

        assertEquals(List.of("orders-copy", "payments"), names());
        assertTrue(choice.problem().isEmpty());
    }

    @Test
    void refusesOneNameForTwoChannels() {
        choice.kindProperty().set(NamingKind.EACH);
        choice.lines().getFirst().name().set("payments");

        assertEquals(Optional.of(Problem.TWICE), choice.problem());
    }

    @Test
    void demandsAPrefix() {
        choice.kindProperty().set(NamingKind.PREFIX);
        choice.prefixProperty().set(" ");

        assertEquals(Optional.of(Problem.NO_PREFIX), choice.problem());
    }

    private List<String> names() {
        return choice.lines().stream().map(choice::nameOf).toList();
    }
}
