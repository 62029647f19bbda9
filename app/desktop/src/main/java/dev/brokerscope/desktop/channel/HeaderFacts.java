package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the head of the tab tells of a channel, picked from what its broker says. Unknown things are left out.
///
/// @param chips settings worth a look
/// @param facts a figure and its words, in order
/// @param quality how far the count can be trusted, in words; empty where it is exact
record HeaderFacts(List<String> chips, List<Figure> facts, String quality) {

    private static final int MOST_RETENTION_DAYS = 36_500;

    /// @param after the figure; may be empty
    record Figure(String before, String figure, String after) {}

    static HeaderFacts of(ChannelDetails details) {
        List<Figure> facts = new ArrayList<>();
        int partitions = details.partitions().size();
        facts.add(new Figure("", Amounts.number(partitions),
                Texts.text(partitions == 1 ? "channel.partition" : "channel.partitions")));
        find(details, "replication.factor").map(HeaderFacts::words)
                .ifPresent(r -> facts.add(new Figure("", r,
                        Texts.text(r.equals("1") ? "channel.replica" : "channel.replicas"))));
        boolean holds = !details.count().equals(Count.UNKNOWN) || details.profile().end() != EndKind.NONE;
        if (holds) {
            facts.add(new Figure("", CountText.full(details.count()),
                    Texts.text(details.count().equals(Count.exact(1)) ? "channel.message" : "channel.messages")));
        }
        find(details, "size").filter(i -> i.fact() instanceof Fact.ByteSize)
                .ifPresent(i -> facts.add(new Figure("", words(i), "")));
        retention(details).ifPresent(r -> facts.add(new Figure(Texts.text("channel.retention"), r, "")));
        groups(details).ifPresent(facts::add);
        return new HeaderFacts(chips(details), facts, holds ? quality(details.count()) : "");
    }

    private static List<String> chips(ChannelDetails details) {
        List<String> chips = new ArrayList<>();
        find(details, "cleanup.policy").map(HeaderFacts::words)
                .ifPresent(p -> chips.add(Texts.text("channel.cleanup", p)));
        find(details, "message.timestamp.type").map(HeaderFacts::words).filter("LogAppendTime"::equals)
                .ifPresent(_ -> chips.add(Texts.text("channel.append-time")));
        return chips;
    }

    private static Optional<String> retention(ChannelDetails details) {
        boolean kept = find(details, "cleanup.policy").map(HeaderFacts::words).filter("compact"::equals).isPresent();
        return find(details, "retention.ms").filter(_ -> !kept).map(item -> switch (item.fact()) {
            case Fact.Span(var millis) when millis < 0 || millis / 86_400_000 > MOST_RETENTION_DAYS ->
                    Texts.text("channel.forever");
            case Fact.Whole(var millis, _) -> millis < 0 ? Texts.text("channel.forever") : FactText.span(millis);
            case Fact.Text(var text) -> text.matches("\\d{1,18}") ? FactText.span(Long.parseLong(text))
                    : text.equals("-1") ? Texts.text("channel.forever") : text;
            case Fact.Span _,Fact.Real _,Fact.Flag _,Fact.ByteSize _,Fact.Time _,Fact.Counted _,Fact.Listing _,Fact.Absent _ ->
                    words(item);
        });
    }

    private static Optional<Figure> groups(ChannelDetails details) {
        Optional<Section> groups = details.sections().stream().filter(s -> s.id().equals("groups")).findFirst();
        return groups.filter(g -> g.items().stream().noneMatch(i -> i.fact() instanceof Fact.Absent)).map(g -> {
            Count lag =
                    g.items().stream().map(i -> i.fact() instanceof Fact.Counted(var count) ? count : Count.exact(0))
                            .reduce(Count.exact(0), Count::plus);
            int size = g.items().size();
            return new Figure("", Amounts.number(size), Texts.text(size == 1 ? "channel.group" : "channel.groups")
                    + (size == 0 ? "" : Texts.text("channel.lag", CountText.full(lag))));
        });
    }

    private static String quality(Count count) {
        return switch (count.quality()) {
            case EXACT -> "";
            case UPPER_BOUND -> Texts.text("channel.count.upper");
            case LOWER_BOUND -> Texts.text("channel.count.lower");
            case STALE -> Texts.text("channel.count.stale");
            case ESTIMATE -> Texts.text("channel.count.estimate");
            case UNKNOWN -> Texts.text("channel.count.unknown");
        };
    }

    private static Optional<Item> find(ChannelDetails details, String key) {
        return details.sections().stream().flatMap(s -> s.items().stream()).filter(i -> i.key().equals(key))
                .filter(i -> !(i.fact() instanceof Fact.Absent)).findFirst();
    }

    private static String words(Item item) {
        return FactText.of(item.fact(), java.time.ZoneOffset.UTC);
    }
}
