package dev.brokerscope.desktop.keep;

import dev.brokerscope.core.backup.Selection;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.backup.Destination;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What of a result is kept, and where. FX thread only; needs no toolkit.
public final class KeepModel {

    private final Findings findings;
    private final Away away;
    private final Destination destination;
    private final BooleanProperty onlyChosen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Destination.State> place =
            new ReadOnlyObjectWrapper<>(Destination.State.FREE);

    /// @param folder where archives go unless said
    public KeepModel(Findings findings, Path folder, LocalDate today, Away away) {
        this.findings = findings;
        this.away = away;
        this.destination = new Destination(folder);
        destination.folderProperty().subscribe((_, _) -> look());
        destination.nameProperty().subscribe((_, _) -> look());
        destination.suggest(findings.source().label(), List.of(findings.channel().name() + "-found"), today);
    }

    public Findings findings() {
        return findings;
    }

    public Destination destination() {
        return destination;
    }

    /// Whether only the selected message is kept.
    public BooleanProperty onlyChosenProperty() {
        return onlyChosen;
    }

    /// What stands at the destination already.
    public ReadOnlyObjectProperty<Destination.State> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public Selection selection() {
        return findings.chosen().filter(_ -> onlyChosen.get()).orElse(findings.whole());
    }

    /// Where to, where it may be written.
    public Optional<Path> target() {
        return destination.file().filter(_ -> place.get() == Destination.State.FREE);
    }

    private void look() {
        Optional<Path> file = destination.file();
        place.set(Destination.State.FREE);
        file.ifPresent(wanted -> away.ask(() -> Destination.stateOf(wanted), found -> {
            if (destination.file().equals(file)) {
                place.set(found);
            }
        }, _ -> {
        }));
    }
}
