package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// Some channels of many, chosen by hand. FX thread only.
public final class ChannelChoice {

    private final ObservableList<ChannelLine> lines = FXCollections.observableArrayList();
    private final FilteredList<ChannelLine> shown = new FilteredList<>(lines);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper chosenCount = new ReadOnlyIntegerWrapper();
    private boolean many;

    public ChannelChoice() {
        filter.subscribe(words -> shown.setPredicate(line -> line.fits(words.strip())));
    }

    /// Replaces the lines; these are chosen beforehand.
    public void offer(List<ChannelLine> channels, Collection<ChannelId> beforehand) {
        Set<ChannelId> wanted = Set.copyOf(beforehand);
        many = true;
        for (ChannelLine line : channels) {
            line.chosenProperty().set(wanted.contains(line.id()));
            line.chosenProperty().subscribe((_, _) -> count());
        }
        lines.setAll(channels);
        many = false;
        count();
    }

    /// All lines, whatever the filter says.
    public ObservableList<ChannelLine> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /// Those that fit the filter.
    public ObservableList<ChannelLine> shown() {
        return shown;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyIntegerProperty chosenCountProperty() {
        return chosenCount.getReadOnlyProperty();
    }

    /// Chooses every line that fits the filter, or none of them.
    public void choose(boolean all) {
        many = true;
        shown.forEach(line -> line.chosenProperty().set(all));
        many = false;
        count();
    }

    public List<ChannelId> chosen() {
        return chosenLines().stream().map(ChannelLine::id).toList();
    }

    public List<ChannelLine> chosenLines() {
        return lines.stream().filter(line -> line.chosenProperty().get()).toList();
    }

    /// How many messages the chosen channels hold.
    public Count messages() {
        return chosenLines().stream().map(ChannelLine::count).reduce(Count.exact(0), Count::plus);
    }

    private void count() {
        if (!many) {
            chosenCount.set((int) lines.stream().filter(line -> line.chosenProperty().get()).count());
        }
    }
}
