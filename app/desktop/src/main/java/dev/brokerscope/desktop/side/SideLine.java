package dev.brokerscope.desktop.side;

import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.desktop.desk.Source;

/// One line of the tree.
public sealed interface SideLine {

    /// *Connections*, *Open archives*.
    record Heading(String text) implements SideLine {}

    record OfSource(Source source) implements SideLine {}

    /// @param count channels of that kind
    record OfKind(Source source, ChannelKind kind, int count) implements SideLine {}

    record OfChannel(Source source, ChannelNode node, String icon) implements SideLine {}

    /// What stands where channels will be, or would be.
    record Waiting(Source source, String text) implements SideLine {}

    record Broken(Source source, Fault fault) implements SideLine {}

    /// Stable across reloads, so that unfolding and selection survive them.
    default String key() {
        return switch (this) {
            case Heading(var text) -> text;
            case OfSource(var source) -> source.key();
            case OfKind(var source, var kind, var count) -> source.key() + "/" + kind.id();
            case OfChannel(var source, var node, var icon) ->
                    source.key() + "/" + node.id().kind() + "/" + node.id().text();
            case Waiting(var source, var text) -> source.key() + "/waiting";
            case Broken(var source, var fault) -> source.key() + "/broken";
        };
    }
}
