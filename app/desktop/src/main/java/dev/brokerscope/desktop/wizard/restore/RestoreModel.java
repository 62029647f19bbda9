package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.PartitionMap;
import dev.brokerscope.core.restore.Rehearsal;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.desktop.wizard.Away;
import dev.brokerscope.desktop.wizard.ChannelChoice;
import dev.brokerscope.desktop.wizard.ChannelLine;
import dev.brokerscope.desktop.wizard.RangeChoice;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the restore wizard was told, and what looking at archive and target found. FX thread only; both are asked
/// elsewhere.
public final class RestoreModel {

    /// Whether the archive could be read.
    public sealed interface Held {
        record Nothing() implements Held {}

        record Reading() implements Held {}

        record Read(Path file, ArchiveContents contents) implements Held {}

        /// Encrypted, and no key of this run opens it.
        record Locked(Path file, List<KeySlot> slots) implements Held {}

        record Failed(Fault fault) implements Held {}
    }

    /// What the target said.
    public sealed interface Check {
        record Checking() implements Check {}

        record Checked(DryRun dryRun) implements Check {}

        record Failed(Fault fault) implements Check {}
    }

    private final Engine engine;
    private final Away away;
    private final ChannelChoice channels = new ChannelChoice();
    private final RangeChoice range;
    private final NamingChoice naming = new NamingChoice();
    private final ObjectProperty<Optional<Connection>> target = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Partitioning> partitioning = new SimpleObjectProperty<>(Partitioning.KEEP);
    private final BooleanProperty create = new SimpleBooleanProperty(true);
    private final Fineprint fineprint = new Fineprint();
    private final BooleanProperty groups = new SimpleBooleanProperty();
    private final BooleanProperty compare = new SimpleBooleanProperty(true);
    private final StringProperty replication = new SimpleStringProperty("");
    private final Set<String> fixes = new HashSet<>();
    private final ReadOnlyObjectWrapper<Held> held = new ReadOnlyObjectWrapper<>(new Held.Nothing());
    private final ReadOnlyObjectWrapper<Check> check = new ReadOnlyObjectWrapper<>(new Check.Checking());
    private int reads;
    private int checks;

    public RestoreModel(Engine engine, ZoneId zone, Away away) {
        this.engine = engine;
        this.away = away;
        this.range = new RangeChoice(zone);
    }

    public ChannelChoice channels() {
        return channels;
    }

    public RangeChoice range() {
        return range;
    }

    public NamingChoice naming() {
        return naming;
    }

    public ObjectProperty<Optional<Connection>> targetProperty() {
        return target;
    }

    public ObjectProperty<Partitioning> partitioningProperty() {
        return partitioning;
    }

    /// Whether missing channels are created.
    public BooleanProperty createProperty() {
        return create;
    }

    public Fineprint fineprint() {
        return fineprint;
    }

    public BooleanProperty groupsProperty() {
        return groups;
    }

    /// Whether the target is read back and compared.
    public BooleanProperty compareProperty() {
        return compare;
    }

    /// Copies of created channels; empty for as many as the source had.
    public StringProperty replicationProperty() {
        return replication;
    }

    public ReadOnlyObjectProperty<Held> heldProperty() {
        return held.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Check> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /// Reads what the archive says of itself.
    public void choose(Path archive) {
        int mine = ++reads;
        held.set(new Held.Reading());
        away.ask(() -> {
            try (OpenConnection open = engine.connector().openArchive(archive)) {
                Archive opened = open.archive().orElseThrow();
                return opened.locked() ? new Held.Locked(archive, opened.keySlots())
                        : new Held.Read(archive, opened.contents());
            }
        }, found -> {
            if (mine == reads) {
                if (found instanceof Held.Read(_, ArchiveContents contents)) {
                    offer(contents);
                }
                held.set(found);
            }
        }, fault -> {
            if (mine == reads) {
                held.set(new Held.Failed(fault));
            }
        });
    }

    private void offer(ArchiveContents contents) {
        List<ChannelLine> lines = contents.channels().stream().filter(c -> c.id().equals(c.original()))
                .map(c -> new ChannelLine(c.id(), Count.exact(messages(c)), Set.of())).toList();
        channels.offer(lines, lines.stream().map(ChannelLine::id).toList());
        naming.offer(channels.chosen());
    }

    /// How many messages a channel of an archive holds.
    static long messages(ArchiveContents.Channel channel) {
        return channel.partitions().stream().flatMap(p -> p.coverage().stream())
                .mapToLong(ArchiveContents.Coverage::messages).sum();
    }

    /// Brings the names up to date with the chosen channels.
    public void nameChosen() {
        naming.offer(channels.chosen());
    }

    /// Empty for as many as the source had; absent also where the words are no number.
    public OptionalInt copies() {
        String words = replication.get().strip();
        return words.matches("[1-9]\\d{0,4}") ? OptionalInt.of(Integer.parseInt(words)) : OptionalInt.empty();
    }

    boolean replicationFits() {
        return replication.get().isBlank() || copies().isPresent();
    }

    public boolean mappingFits() {
        return naming.problem().isEmpty() && fineprint.limitProblem().isEmpty() && replicationFits()
                && fineprint.partitionMapProblem().isEmpty();
    }

    /// Applies what a finding offers, and looks again.
    public void fix(Finding finding) {
        fixes.add(finding.code());
        check();
    }

    public void undo(String code) {
        fixes.remove(code);
        check();
    }

    /// Restores beside what is there.
    public void rename() {
        naming.kindProperty().set(NamingKind.PREFIX);
        check();
    }

    public void leaveGroupsOut() {
        groups.set(false);
        check();
    }

    public void appendToExisting() {
        fineprint.existingProperty().set(IntoExisting.APPEND);
        check();
    }

    /// Asks the target what it would do with the plan; writes nothing.
    public void check() {
        int mine = ++checks;
        check.set(new Check.Checking());
        if (!(held.get() instanceof Held.Read(Path file, ArchiveContents _)) || target.get().isEmpty()) {
            return;
        }
        Connection connection = target.get().get();
        try {
            Function<Optional<String>, RestorePlan> plan = plan(file);
            away.ask(() -> rehearse(file, connection, plan), run -> show(mine, new Check.Checked(run)),
                    fault -> show(mine, new Check.Failed(fault)));
        } catch (FaultException e) {
            check.set(new Check.Failed(e.fault()));
        }
    }

    private DryRun rehearse(Path file, Connection connection, Function<Optional<String>, RestorePlan> plan)
            throws FaultException, InterruptedException {
        try (OpenConnection archive = engine.connector().openArchive(file);
                OpenConnection open = engine.connector().open(connection)) {
            return new Rehearsal(archive.archive().orElseThrow(),
                    RestoreJob.target(engine, connection, open.session()))
                    .play(plan.apply(open.session().clusterId()));
        }
    }

    private void show(int mine, Check found) {
        if (mine == checks) {
            check.set(found);
        }
    }

    /// The plan as it was last checked; absent where it cannot be carried out.
    public Optional<DryRun> possible() {
        return check.get() instanceof Check.Checked(DryRun run) && run.preflight().blocker().isEmpty()
                ? Optional.of(run) : Optional.empty();
    }

    private Function<Optional<String>, RestorePlan> plan(Path file) throws FaultException {
        List<ChannelId> chosen = channels.chosen();
        List<Slice> some = range.slices(chosen);
        boolean everything = chosen.size() == channels.lines().size() && some.stream().allMatch(Slice::isWhole);
        Set<String> wanted = Set.copyOf(fixes);
        var names = naming.naming();
        var how = partitioning.get();
        var existing = fineprint.existingProperty().get();
        RestorePlan worded = fineprint.on(RestorePlan.of(file, Optional.empty()));
        Optional<PartitionMap> map = fineprint.mapped();
        boolean creating = create.get();
        boolean withGroups = groups.get();
        boolean comparing = compare.get();
        Optional<Integer> copies = copies().isPresent() ? Optional.of(copies().getAsInt()) : Optional.empty();
        return cluster -> {
            RestorePlan plan = RestorePlan.of(file, cluster).only(everything ? List.of() : some).named(names)
                    .filtered(worded.scope().filter()).writing(worded.writing()).partitioned(how)
                    .into(existing, creating).replicated(copies).fixing(wanted).with(withGroups, comparing);
            return map.map(plan::mapped).orElse(plan);
        };
    }
}
