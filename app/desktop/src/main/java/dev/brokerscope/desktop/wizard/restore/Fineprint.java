package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.desktop.wizard.Typed;
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

    RestorePlan on(RestorePlan plan) throws FaultException {
        return plan.filtered(Typed.read(filter, FilterWords::parse))
                .writing(plan.writing().transactional(transactional.get())
                        .limited(Typed.read(limit, RateLimit::parse).orElse(RateLimit.NONE)));
    }
}
