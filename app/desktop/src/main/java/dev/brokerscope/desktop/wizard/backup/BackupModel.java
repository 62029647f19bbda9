package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.backup.BackupForecast;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupPreview;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Extras;
import dev.brokerscope.core.backup.ReadOptions;
import dev.brokerscope.core.backup.SetOptions;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.ChannelChoice;
import dev.brokerscope.desktop.wizard.ChannelLine;
import dev.brokerscope.desktop.wizard.ChannelReading;
import dev.brokerscope.desktop.wizard.RangeChoice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the backup wizard was told, and what looking at the broker found. FX thread only; the broker is asked elsewhere.
public final class BackupModel {

    /// What is known of the plan.
    public sealed interface Look {
        record Looking() implements Look {}

        record Seen(BackupPlan plan, BackupPreview preview) implements Look {}

        record Failed(Fault fault) implements Look {}
    }

    private final Supplier<BackupSource> source;
    private final List<ChannelId> beforehand;
    private final Away away;
    private final ChannelChoice channels = new ChannelChoice();
    private final RangeChoice range;
    private final Destination destination;
    private final BooleanProperty uncommitted = new SimpleBooleanProperty();
    private final BooleanProperty schemas = new SimpleBooleanProperty(true);
    private final BooleanProperty groups = new SimpleBooleanProperty(true);
    private final BooleanProperty objects = new SimpleBooleanProperty(true);
    private final Fineprint fineprint = new Fineprint();
    private final EncryptionChoice encryption = new EncryptionChoice();
    private final BooleanProperty consented = new SimpleBooleanProperty();
    private final ObjectProperty<VerifyChoice> verify = new SimpleObjectProperty<>(VerifyChoice.FULL);
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.Looking());
    private final ReadOnlyObjectWrapper<Destination.State> place =
            new ReadOnlyObjectWrapper<>(Destination.State.FREE);
    private final ReadOnlyObjectWrapper<Optional<Fault>> listFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ZoneId zone;
    private int looks;

    /// @param source made off the FX thread, since it loads decoders
    /// @param folder where archives go unless said
    public BackupModel(Supplier<BackupSource> source, List<ChannelId> beforehand, Path folder, ZoneId zone,
            Away away) {
        this.source = source;
        this.beforehand = List.copyOf(beforehand);
        this.away = away;
        this.zone = zone;
        this.range = new RangeChoice(zone);
        this.destination = new Destination(folder);
    }

    public ChannelChoice channels() {
        return channels;
    }

    public RangeChoice range() {
        return range;
    }

    public Destination destination() {
        return destination;
    }

    public BooleanProperty uncommittedProperty() {
        return uncommitted;
    }

    public BooleanProperty schemasProperty() {
        return schemas;
    }

    public BooleanProperty groupsProperty() {
        return groups;
    }

    /// Access rules, quotas and the like.
    public BooleanProperty objectsProperty() {
        return objects;
    }

    public Fineprint fineprint() {
        return fineprint;
    }

    public EncryptionChoice encryption() {
        return encryption;
    }

    public ObjectProperty<VerifyChoice> verifyProperty() {
        return verify;
    }

    /// The user's word to what reading does to the broker.
    public BooleanProperty consentedProperty() {
        return consented;
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /// What stands at the destination already.
    public ReadOnlyObjectProperty<Destination.State> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Why the channels could not be listed.
    public ReadOnlyObjectProperty<Optional<Fault>> listFaultProperty() {
        return listFault.getReadOnlyProperty();
    }

    /// Reads the list of channels.
    public void list() {
        listFault.set(Optional.empty());
        away.ask(() -> new ChannelReading(source.get().session()).read(), this::offer,
                fault -> listFault.set(Optional.of(fault)));
    }

    private void offer(List<ChannelLine> lines) {
        channels.offer(lines, beforehand);
    }

    /// Names the file after what was chosen.
    public void suggestName(String connection) {
        destination.suggest(connection, channels.chosen().stream().map(ChannelId::name).toList(), LocalDate.now(zone));
        lookAtPlace();
    }

    /// Looks whether the name is free.
    public void lookAtPlace() {
        Optional<Path> file = destination.file();
        if (file.isEmpty()) {
            place.set(Destination.State.FREE);
            return;
        }
        away.ask(() -> Destination.stateOf(file.get()), found -> {
            if (destination.file().equals(file)) {
                place.set(found);
            }
        }, _ -> {
        });
    }

    /// Whether the archive can be made there.
    public boolean placeFits() {
        return destination.file().isPresent() && switch (place.get()) {
            case FREE -> true;
            case VOLUMES -> destination.volumesProperty().get();
            case TAKEN -> false;
            case UNFINISHED -> destination.resumeProperty().get();
        };
    }

    /// Asks the broker what the backup would read.
    public void look() {
        int mine = ++looks;
        look.set(new Look.Looking());
        consented.set(false);
        try {
            BackupPlan plain = plan();
            EncryptionChoice.Making keys = encryption.making();
            away.ask(() -> {
                BackupPlan plan = plain.storing(plain.storing().encrypted(keys.make()));
                return new Look.Seen(plan, new BackupForecast(source.get()).look(plan));
            }, seen -> show(mine, seen), fault -> show(mine, new Look.Failed(fault)));
        } catch (FaultException e) {
            look.set(new Look.Failed(e.fault()));
        }
    }

    private void show(int mine, Look found) {
        if (mine == looks) {
            look.set(found);
        }
    }

    /// Whether *Start backup* may be used.
    public boolean mayStart() {
        return look.get() instanceof Look.Seen(_, var preview) && (preview.impact().isEmpty() || consented.get());
    }

    /// What will be done: the plan that was looked at, with the consent that was given.
    public Optional<BackupPlan> agreed() {
        return look.get() instanceof Look.Seen(var plan, var preview) && mayStart()
                ? Optional.of(plan.consenting(consent(preview.impact()))) : Optional.empty();
    }

    private Set<Impact> consent(Set<Impact> impact) {
        return consented.get() ? impact : Set.of();
    }

    private BackupPlan plan() throws FaultException {
        Path file = destination.file().orElse(Path.of(destination.nameProperty().get()));
        Isolation isolation = uncommitted.get() ? Isolation.ALL : Isolation.COMMITTED;
        BackupPlan plan = BackupPlan.of(range.slices(channels.chosen()), file)
                .reading(fineprint.reading(ReadOptions.STANDARD.isolated(isolation)))
                .with(new Extras(schemas.get(), groups.get(), objects.get()))
                .storing(fineprint.storing(StoreOptions.STANDARD)).verifying(verify.get().level())
                .resuming(place.get() == Destination.State.UNFINISHED && destination.resumeProperty().get());
        return destination.volumesProperty().get()
                ? plan.into(SetOptions.STANDARD.sinceLast(place.get() == Destination.State.VOLUMES
                        && destination.sinceLastProperty().get()))
                : plan;
    }
}
