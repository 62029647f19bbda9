package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A channel that can be chosen. FX thread only.
public final class ChannelLine {

    private final ChannelId id;
    private final Count count;
    private final Set<String> traits;
    private final BooleanProperty chosen = new SimpleBooleanProperty();

    /// @param traits what a glance should tell: `compacted`
    public ChannelLine(ChannelId id, Count count, Set<String> traits) {
        this.id = id;
        this.count = count;
        this.traits = Set.copyOf(traits);
    }

    public ChannelId id() {
        return id;
    }

    public Count count() {
        return count;
    }

    public Set<String> traits() {
        return traits;
    }

    public BooleanProperty chosenProperty() {
        return chosen;
    }

    boolean fits(String words) {
        return id.text().toLowerCase(java.util.Locale.ROOT).contains(words.toLowerCase(java.util.Locale.ROOT));
    }
}
