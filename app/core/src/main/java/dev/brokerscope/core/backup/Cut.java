package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.ClusterObjects;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunSource;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Progress;
import dev.brokerscope.core.slice.ConsentWord;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Captures everything that must stand in the archive before its first message: definitions and groups first, then the
/// ends of all channels in one round.
record Cut(BackupSource source, Provenance provenance, BackupPlan plan, LastRuns last, InstantSource clock,
        Progress progress) {

    RunStart take() throws FaultException, InterruptedException {
        long started = clock.millis();
        Map<ChannelId, ChannelDetails> details = new LinkedHashMap<>();
        Map<ChannelId, ChannelDefinition> definitions = new HashMap<>();
        Map<ChannelId, List<GroupStates.GroupState>> groups = new HashMap<>();
        for (Slice slice : plan.slices()) {
            ChannelDetails seen = source.session().describe(slice.channel());
            if (leftOut(seen)) {
                continue;
            }
            ConsentWord.demand(seen, plan.consent());
            if (details.put(slice.channel(), seen) != null) {
                throw new FaultException(FaultKind.USAGE, "channel.twice",
                        slice.channel() + " is asked for twice.", "Name each channel once.");
            }
            definitions.put(slice.channel(), definition(seen));
            groups.put(slice.channel(), groups(slice.channel()));
        }
        List<ClusterObjects.ClusterObject> objects = objects(details.keySet());
        Map<ChannelId, List<Position>> ends = source.session().ends(details.keySet(), plan.isolation());
        long cutAt = clock.millis();
        RunRanges wanted = new RunRanges(last, plan.follows(), progress);
        List<ChannelStart> channels = new ArrayList<>();
        for (Slice slice : plan.slices().stream().filter(s -> details.containsKey(s.channel())).toList()) {
            ChannelId id = slice.channel();
            ChannelDetails seen = found(details, id);
            channels.add(new ChannelStart(id, seen.incarnation(), seen.profile(), seen.attributes(),
                    found(definitions, id), wanted.of(seen, ranges(slice, seen, ends.getOrDefault(id, List.of()))),
                    found(groups, id)));
        }
        tell(channels);
        Session session = source.session();
        PlanText text = PlanText.of(plan);
        return new RunStart(new RunSource(source.broker(), session.clusterId(), source.label()),
                kind(),
                fidelity(), text.json(),
                text.hash(),
                plan.isolation(), provenance.actor(), provenance.host(), provenance.program(), started, cutAt,
                channels, objects);
    }

    /// What may not be seen is a note: an archive without it is still whole.
    private List<ClusterObjects.ClusterObject> objects(Set<ChannelId> channels)
            throws FaultException, InterruptedException {
        Optional<ClusterObjects> told = source.session().extension(ClusterObjects.class);
        if (!plan.extras().objects() || told.isEmpty()) {
            return List.of();
        }
        ClusterObjects.Seen seen = told.get().objects(channels);
        seen.hidden().forEach(why -> progress.note(Note.Level.INFO, "Not kept: " + why));
        return seen.objects();
    }

    private RunKind kind() {
        if (plan.follows()) {
            return RunKind.CONTINUOUS;
        }
        boolean whole = plan.slices().stream().allMatch(Slice::isWhole);
        return !last.ends().isEmpty() ? RunKind.INCREMENTAL : whole ? RunKind.SNAPSHOT : RunKind.SELECTION;
    }

    /// Where only what arrives can be read, there is nothing to look back at. Among others such a channel is left out with
    /// a note; alone it is refused.
    private boolean leftOut(ChannelDetails details) throws FaultException {
        if (plan.follows() || details.profile().starts().contains(ChannelProfile.StartKind.EARLIEST)) {
            return false;
        }
        String why = details.id() + " shows only what arrives while it is read; there is nothing to look back at.";
        if (plan.slices().size() == 1) {
            throw new FaultException(FaultKind.UNSUPPORTED, "channel.only-live", why,
                    "Keep what arrives with --follow, into a folder.");
        }
        progress.note(Note.Level.INFO, "Left out: " + why);
        return true;
    }

    private ChannelDefinition definition(ChannelDetails details) throws FaultException, InterruptedException {
        ChannelDefinition unknown = new ChannelDefinition(details.partitions().size(), Optional.empty(), List.of());
        Optional<ChannelDefinitions> definitions = source.session().extension(ChannelDefinitions.class);
        if (definitions.isEmpty()) {
            return unknown;
        }
        try {
            ChannelDefinition told = definitions.get().define(details.id());
            return new ChannelDefinition(told.partitions(), told.replication(),
                    told.settings().stream().map(Cut::withoutSecret).toList());
        } catch (FaultException e) {
            return orNote(e, "The settings of " + details.id() + " are not kept: ", unknown);
        }
    }

    private static ChannelDefinition.Setting withoutSecret(ChannelDefinition.Setting setting) {
        return setting.sensitive()
                ? new ChannelDefinition.Setting(setting.name(), Optional.empty(), setting.origin(), true)
                : setting;
    }

    private List<GroupStates.GroupState> groups(ChannelId channel) throws FaultException, InterruptedException {
        Optional<GroupStates> states = source.session().extension(GroupStates.class);
        if (!plan.groups() || states.isEmpty()) {
            return List.of();
        }
        try {
            return states.get().groups(channel);
        } catch (FaultException e) {
            return orNote(e, "The groups of " + channel + " are not kept: ", List.of());
        }
    }

    /// What may not be seen is left out with a note; everything else fails.
    private <T> T orNote(FaultException e, String what, T otherwise) throws FaultException {
        if (e.kind() != FaultKind.NOT_AUTHORISED && e.kind() != FaultKind.UNSUPPORTED) {
            throw e;
        }
        progress.note(Note.Level.WARNING, what + e.fault().message());
        return otherwise;
    }

    private List<RangeStart> ranges(Slice slice, ChannelDetails details, List<Position> ends)
            throws FaultException, InterruptedException {
        Map<Integer, Position> firsts = details.partitions().stream().filter(p -> p.first().isPresent())
                .collect(Collectors.toMap(PartitionInfo::number, p -> p.first().orElseThrow()));
        Map<Integer, Position> stable = ends.stream().collect(Collectors.toMap(Position::partition, e -> e));
        SliceResolver resolver = new SliceResolver(source.session(), plan.isolation(), plan.consent());
        List<RangeStart> ranges = new ArrayList<>();
        for (SliceResolver.Range range : resolver.resolve(slice, details, ends)) {
            ranges.add(new RangeStart(Optional.ofNullable(firsts.get(range.partition())),
                    Optional.ofNullable(stable.get(range.partition())), range.begin(), range.end()));
        }
        return ranges;
    }

    private void tell(List<ChannelStart> channels) {
        int partitions = channels.stream().mapToInt(c -> c.ranges().size()).sum();
        long groups = channels.stream().flatMap(c -> c.groups().stream()).map(GroupStates.GroupState::name).distinct()
                .count();
        progress.note(Note.Level.INFO, "Cut taken: " + partitions + " partitions, " + groups + " groups.");
    }

    private static <T> T found(Map<ChannelId, T> map, ChannelId id) {
        return Optional.ofNullable(map.get(id)).orElseThrow();
    }

    private RunFidelity fidelity() {
        return plan.reading().mask().isPresent()
                ? RunFidelity.MASKED
                : plan.reading().filter().isPresent() ? RunFidelity.FILTERED : RunFidelity.VERBATIM;
    }
}
