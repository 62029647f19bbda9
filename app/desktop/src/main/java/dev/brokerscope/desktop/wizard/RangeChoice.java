package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import dev.brokerscope.core.slice.Times;
import dev.brokerscope.desktop.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The part of each channel that is read, in the words that were typed. FX thread only.
public final class RangeChoice {

    private final ZoneId zone;
    private final ObjectProperty<RangeKind> kind = new SimpleObjectProperty<>(RangeKind.WHOLE);
    private final StringProperty from = new SimpleStringProperty("today");
    private final StringProperty to = new SimpleStringProperty("");
    private final StringProperty first = new SimpleStringProperty("0");
    private final StringProperty behind = new SimpleStringProperty("");
    private final StringProperty newest = new SimpleStringProperty("1000");
    private final StringProperty partitions = new SimpleStringProperty("");

    /// @param zone of times that name none
    public RangeChoice(ZoneId zone) {
        this.zone = zone;
    }

    public ObjectProperty<RangeKind> kindProperty() {
        return kind;
    }

    /// A time as the command line takes it: `now-2h`, `2026-11-01T00:00Z`; empty for the beginning.
    public StringProperty fromProperty() {
        return from;
    }

    /// Exclusive; empty for the end.
    public StringProperty toProperty() {
        return to;
    }

    /// A position in the broker's notation; empty for the beginning.
    public StringProperty firstProperty() {
        return first;
    }

    /// Exclusive; empty for the end.
    public StringProperty behindProperty() {
        return behind;
    }

    /// How many of the newest messages of each channel.
    public StringProperty newestProperty() {
        return newest;
    }

    /// `0,3` or `0-3`; empty for all.
    public StringProperty partitionsProperty() {
        return partitions;
    }

    /// @throws FaultException of kind `USAGE`, saying which words make no sense
    public List<Slice> slices(List<ChannelId> channels) throws FaultException {
        SliceText text = SliceText.parse("x" + parts() + range(), new Times(Instant.now(), zone));
        return channels.stream().map(text::on).toList();
    }

    /// What is wrong with the words; empty where nothing is.
    public Optional<String> problem() {
        try {
            slices(List.of(ChannelId.of("x", "x")));
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault().sentence());
        }
    }

    private String parts() {
        return partitions.get().isBlank() ? "" : "[" + partitions.get().strip() + "]";
    }

    private String range() {
        return switch (kind.get()) {
            case WHOLE -> "";
            case TIME -> "@" + from.get().strip() + ".." + to.get().strip();
            case POSITIONS -> "@" + first.get().strip() + ".." + behind.get().strip();
            case NEWEST -> "@last:" + newest.get().strip();
        };
    }

    /// `beginning to now`
    public String summary() {
        String which = partitions.get().isBlank() ? "" : " · " + Texts.text("range.only", partitions.get());
        return switch (kind.get()) {
            case WHOLE -> Texts.text("range.summary.whole");
            case TIME -> between(from.get(), to.get());
            case POSITIONS -> between(first.get(), behind.get());
            case NEWEST -> Texts.text("range.summary.newest", newest.get());
        } + which;
    }

    /// The beginning of a slice, for a table.
    public static String fromWords(Slice slice) {
        return slice.last().map(n -> Texts.text("range.summary.newest", Long.toString(n)))
                .orElseGet(() -> slice.from() instanceof Bound.Open ? Texts.text("range.words.from.beginning")
                        : Texts.text("range.words.from", slice.from().words()));
    }

    /// The end of a slice, for a table.
    public static String toWords(Slice slice) {
        return slice.to() instanceof Bound.Open ? Texts.text("range.words.to.now")
                : Texts.text("range.words.to", slice.to().words());
    }

    private static String between(String begin, String end) {
        return Texts.text("range.summary.between",
                begin.isBlank() ? Texts.text("range.beginning") : begin.strip(),
                end.isBlank() ? Texts.text("range.now") : end.strip());
    }
}
