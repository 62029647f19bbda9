package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.restore.PartitionMap;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.desktop.wizard.Typed;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What most people leave as it is: which messages, what happens to targets that hold some, how it is written. FX
/// thread only.
public final class Fineprint {

    private final StringProperty filter = new SimpleStringProperty("");
    private final StringProperty limit = new SimpleStringProperty("");
    private final StringProperty partitionMap = new SimpleStringProperty("");
    private final BooleanProperty transactional = new SimpleBooleanProperty();
    private final ObjectProperty<IntoExisting> existing = new SimpleObjectProperty<>(IntoExisting.REFUSE);

    /// As `--filter` takes it; empty for all messages.
    public StringProperty filterProperty() {
        return filter;
    }

    /// As `--limit` takes it; empty for none.
    public StringProperty limitProperty() {
        return limit;
    }

    /// Whether messages are written in transactions.
    public BooleanProperty transactionalProperty() {
        return transactional;
    }

    /// A file that says which partition becomes which; empty for none.
    public StringProperty partitionMapProperty() {
        return partitionMap;
    }

    public Optional<String> partitionMapProblem() {
        return Typed.problem(partitionMap, Fineprint::map);
    }

    private static PartitionMap map(String file) throws FaultException {
        try {
            return PartitionMap.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new FaultException(FaultKind.USAGE, "partitions.file", "\"" + file + "\" is no path.",
                    "Choose a file.", e);
        }
    }

    /// What happens to targets that hold messages.
    public ObjectProperty<IntoExisting> existingProperty() {
        return existing;
    }

    public Optional<String> filterProblem() {
        return Typed.problem(filter, FilterWords::parse);
    }

    public Optional<String> limitProblem() {
        return Typed.problem(limit, RateLimit::parse);
    }

    /// The partition map that was named.
    Optional<PartitionMap> mapped() throws FaultException {
        return Typed.read(partitionMap, Fineprint::map);
    }

    RestorePlan on(RestorePlan plan) throws FaultException {
        return plan.filtered(Typed.read(filter, FilterWords::parse))
                .writing(plan.writing().transactional(transactional.get())
                        .limited(Typed.read(limit, RateLimit::parse).orElse(RateLimit.NONE)));
    }
}
