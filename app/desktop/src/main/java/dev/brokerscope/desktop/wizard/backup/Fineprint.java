package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.backup.ReadOptions;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The words of a backup that most people leave empty: which messages, how fast, how small. FX thread only.
public final class Fineprint {

    private interface Reading {
        void read(String words) throws FaultException;
    }

    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty limit = new SimpleStringProperty("");
    private final ObjectProperty<CompressionChoice> compression = new SimpleObjectProperty<>(CompressionChoice.FAST);

    /// As `--filter` takes it; empty for all messages.
    public StringProperty filterProperty() {
        return filter;
    }

    /// As `--limit` takes it; empty for none.
    public StringProperty limitProperty() {
        return limit;
    }

    public ObjectProperty<CompressionChoice> compressionProperty() {
        return compression;
    }

    /// What is wrong with the filter, as a sentence.
    public Optional<String> filterProblem() {
        return problem(filter, FilterWords::parse);
    }

    /// What is wrong with the limit, as a sentence.
    public Optional<String> limitProblem() {
        return problem(limit, RateLimit::parse);
    }

    private static Optional<String> problem(StringProperty words, Reading reading) {
        try {
            if (!words.get().isBlank()) {
                reading.read(words.get().strip());
            }
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault().sentence());
        }
    }

    ReadOptions reading(ReadOptions options) throws FaultException {
        Optional<FilterWords> wanted =
                filter.get().isBlank() ? Optional.empty() : Optional.of(FilterWords.parse(filter.get().strip()));
        return options.filtered(wanted)
                .limited(limit.get().isBlank() ? RateLimit.NONE : RateLimit.parse(limit.get().strip()));
    }

    StoreOptions storing(StoreOptions options) {
        return options.compressed(compression.get().compression());
    }
}
