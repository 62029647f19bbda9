package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.backup.ReadOptions;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.desktop.wizard.Typed;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The words of a backup that most people leave empty: which messages, how fast, how small. FX thread only.
public final class Fineprint {

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
        return Typed.problem(filter, FilterWords::parse);
    }

    /// What is wrong with the limit, as a sentence.
    public Optional<String> limitProblem() {
        return Typed.problem(limit, RateLimit::parse);
    }

    ReadOptions reading(ReadOptions options) throws FaultException {
        return options.filtered(Typed.read(filter, FilterWords::parse))
                .limited(Typed.read(limit, RateLimit::parse).orElse(RateLimit.NONE));
    }

    StoreOptions storing(StoreOptions options) {
        return options.compressed(compression.get().compression());
    }
}
