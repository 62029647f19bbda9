package dev.brokerscope.api.channel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A channel that shows messages of another one without what reading that one does to the broker: a tap instead of a
/// queue. Brokers offer them as a section of the channel's details.
///
/// @param channel to read instead
/// @param why it is the better choice, and what it does not show, in the broker's words
public record Instead(ChannelId channel, String why) {

    /// The id of the section.
    public static final String SECTION = "instead";

    /// The section that offers them.
    public static Section section(String title, List<Instead> choices) {
        return Section.of(SECTION, title, choices.stream().map(Instead::item).toList());
    }

    /// What the details offer; empty where they offer nothing.
    public static List<Instead> of(ChannelDetails details) {
        return details.sections().stream().filter(s -> s.id().equals(SECTION)).flatMap(s -> s.items().stream())
                .flatMap(item -> parse(item).stream()).toList();
    }

    private Item item() {
        return Item.of(channel.kind() + " " + channel.text(), channel.name(), new Fact.Text(why));
    }

    private static Optional<Instead> parse(Item item) {
        List<String> words = Stream.of(item.key().split(" ", 2)).toList();
        return words.size() == 2 && item.fact() instanceof Fact.Text(String why)
                ? Optional.of(new Instead(ChannelId.parse(words.get(0), words.get(1)), why))
                : Optional.empty();
    }
}
