package dev.brokerscope.desktop.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeaderFactsTest {

    private final MemoryBroker broker = new MemoryBroker("facts");

    @Test
    void countsCarryTheirHonesty() throws Exception {
        HeaderFacts facts = HeaderFacts.of(with(Count.atMost(4_741_906), List.of()));

        assertEquals("upper bound", facts.quality());
        assertEquals("12 partitions, ≤ 4,741,906 messages, retention 7 days", words(facts));
        assertEquals(List.of("cleanup: delete"), facts.chips());
    }

    @Test
    void groupsAreCountedWithTheirLag() throws Exception {
        Section groups = Section.of("groups", "Groups", List.of(
                Item.of("billing", "billing", new Fact.Counted(Count.exact(1_200))),
                Item.of("audit", "audit", new Fact.Counted(Count.exact(4)))));

        assertEquals("12 partitions, 5 messages, retention 7 days, 2 groups · lag 1,204",
                words(HeaderFacts.of(with(Count.exact(5), List.of(groups)))));
    }

    @Test
    void groupsThatMayNotBeSeenAreLeftOut() throws Exception {
        Section groups = Section.of("groups", "Groups",
                List.of(Item.of("groups", "Groups", new Fact.Absent("may not list groups"))));

        assertFalse(words(HeaderFacts.of(with(Count.exact(5), List.of(groups)))).contains("group"));
    }

    private ChannelDetails with(Count count, List<Section> more) throws Exception {
        ChannelDetails known = broker.connect().describe(broker.create("payments", 12,
                Map.of("cleanup.policy", "delete", "retention.ms", "604800000")));
        List<Section> sections = new java.util.ArrayList<>(
                known.sections().stream().filter(s -> !s.id().equals("groups")).toList());
        sections.addAll(more);
        return new ChannelDetails(known.id(), known.incarnation(), known.partitions(), count, known.profile(),
                known.attributes(), sections);
    }

    private static String words(HeaderFacts facts) {
        return facts.facts().stream().map(f -> (f.before() + " " + f.figure() + " " + f.after()).strip())
                .collect(Collectors.joining(", "));
    }
}
