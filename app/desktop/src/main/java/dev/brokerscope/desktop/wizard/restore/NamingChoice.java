package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.slice.Naming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The names on the target, as they were typed. FX thread only.
public final class NamingChoice {

    /// One channel and its new name.
    public record Line(ChannelId channel, StringProperty name) {}

    private final ObjectProperty<NamingKind> kind = new SimpleObjectProperty<>(NamingKind.SAME);
    private final StringProperty prefix = new SimpleStringProperty("restored.");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Map<ChannelId, Line> known = new HashMap<>();

    public ObjectProperty<NamingKind> kindProperty() {
        return kind;
    }

    public StringProperty prefixProperty() {
        return prefix;
    }

    /// One per chosen channel.
    public ObservableList<Line> lines() {
        return FXCollections.unmodifiableObservableList(lines);
    }

    /// What was typed for a channel stays while it is not chosen.
    void offer(List<ChannelId> channels) {
        lines.setAll(channels.stream().map(c -> known.computeIfAbsent(c,
                id -> new Line(id, new SimpleStringProperty(id.text())))).toList());
    }

    public Naming naming() {
        return switch (kind.get()) {
            case SAME -> Naming.SAME;
            case PREFIX -> Naming.prefixed(prefix.get().strip());
            case EACH -> {
                Naming naming = Naming.SAME;
                for (Line line : lines) {
                    if (!line.name().get().strip().equals(line.channel().text())) {
                        naming = naming.renaming(line.channel().text(), line.name().get().strip());
                    }
                }
                yield naming;
            }
        };
    }

    /// The name a channel gets.
    public String nameOf(Line line) {
        return naming().target(line.channel(), line.channel().kind()).text();
    }

    /// Whether something is missing or two channels would get one name.
    public Optional<Problem> problem() {
        if (kind.get() == NamingKind.PREFIX && prefix.get().isBlank()) {
            return Optional.of(Problem.NO_PREFIX);
        }
        if (kind.get() == NamingKind.EACH && lines.stream().anyMatch(line -> line.name().get().isBlank())) {
            return Optional.of(Problem.NO_NAME);
        }
        Set<String> names = new HashSet<>();
        return lines.stream().allMatch(line -> names.add(nameOf(line))) ? Optional.empty()
                : Optional.of(Problem.TWICE);
    }

    /// Why names do not do.
    public enum Problem {
        NO_PREFIX, NO_NAME, TWICE
    }
}
