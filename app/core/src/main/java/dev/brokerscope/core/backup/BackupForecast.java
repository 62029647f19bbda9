package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks at what a backup would read, from few samples.
public final class BackupForecast {

    private static final int SAMPLES = 40;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int POLLS = 10;

    private final BackupSource source;

    public BackupForecast(BackupSource source) {
        this.source = source;
    }

    /// Blocking; reads some tens of messages per channel where that changes nothing.
    ///
    /// @throws FaultException of kind `NOT_FOUND` for an unknown channel
    public BackupPreview look(BackupPlan plan) throws FaultException, InterruptedException {
        Map<ChannelId, ChannelDetails> details = new LinkedHashMap<>();
        for (Slice slice : plan.slices()) {
            details.put(slice.channel(), source.session().describe(slice.channel()));
        }
        Map<ChannelId, List<Position>> ends = source.session().ends(details.keySet(), plan.isolation());
        List<BackupPreview.Consequences> consequences = new ArrayList<>();
        Set<Impact> missing = EnumSet.noneOf(Impact.class);
        Set<String> groups = new HashSet<>();
        List<String> warnings = new ArrayList<>();
        List<BackupPreview.Channel> channels = new ArrayList<>();
        Samples all = new Samples();
        for (Slice slice : plan.slices()) {
            ChannelDetails seen = Optional.ofNullable(details.get(slice.channel())).orElseThrow();
            Set<Impact> asked = seen.profile().impact().stream().filter(Impact::needsConsent)
                    .filter(i -> !plan.consent().contains(i)).collect(Collectors.toSet());
            missing.addAll(asked);
            if (!asked.isEmpty()) {
                consequences.add(new BackupPreview.Consequences(seen.id(), asked, seen.profile().caveats()));
            }
            channels.add(look(plan, slice, seen, ends.getOrDefault(slice.channel(), List.of()), all));
            if (plan.groups()) {
                groups(slice.channel(), groups, warnings);
            }
        }
        Count messages = channels.stream().map(BackupPreview.Channel::messages).reduce(Count.exact(0), Count::plus);
        Optional<Long> bytes = channels.stream().map(BackupPreview.Channel::bytes)
                .reduce(Optional.of(0L), (a, b) -> a.flatMap(x -> b.map(y -> x + y)));
        return new BackupPreview(channels, missing, consequences, messages, bytes,
                bytes.map(b -> Math.round(b * all.ratio())),
                free(plan.output()), groups.size(), warnings);
    }

    private BackupPreview.Channel look(BackupPlan plan, Slice slice, ChannelDetails details, List<Position> ends,
            Samples all) throws FaultException, InterruptedException {
        List<SliceResolver.Range> ranges =
                new SliceResolver(source.session(), plan.isolation(), plan.consent()).resolve(slice, details, ends);
        Count messages = slice.isWhole() ? details.count() : Count.exact(0);
        if (!slice.isWhole()) {
            for (SliceResolver.Range range : ranges) {
                messages = messages.plus(range.end().isEmpty()
                        ? Count.UNKNOWN
                        : Count.atMost(Math.max(0, range.end().get().lo() - range.begin().lo())));
            }
        }
        Samples samples = new Samples();
        boolean harmless = plan.consent().containsAll(
                details.profile().impact().stream().filter(Impact::needsConsent).toList());
        if (harmless && messages.value() > 0 && details.profile().starts().contains(StartKind.LAST_N)) {
            sample(plan, details, ranges, samples);
        }
        all.add(samples);
        List<String> warnings = new ArrayList<>();
        if (details.profile().completeness() != dev.brokerscope.api.channel.ChannelProfile.Completeness.COMPLETE) {
            warnings.add("The broker may leave messages of " + details.id() + " out without telling.");
        }
        if (messages.value() == 0 && messages.quality() == Count.Quality.EXACT) {
            warnings.add(details.id() + " holds no messages in this range.");
        }
        return new BackupPreview.Channel(slice, ranges.size(), messages, bytes(messages, samples), samples.oldest(),
                samples.newest(), settings(details.id()), warnings);
    }

    private static Optional<Long> bytes(Count messages, Samples samples) {
        if (messages.quality() == Count.Quality.UNKNOWN) {
            return Optional.empty();
        }
        return messages.value() == 0
                ? Optional.of(0L)
                : samples.average().map(a -> Math.round(a * messages.value()));
    }

    private void sample(BackupPlan plan, ChannelDetails details, List<SliceResolver.Range> ranges, Samples samples)
            throws FaultException, InterruptedException {
        OpenRequest request = OpenRequest.everything(details.id()).isolated(plan.isolation())
                .consenting(plan.consent()).limited(new OpenRequest.Limits(SAMPLES, 1 << 20));
        long each = Math.max(1, SAMPLES / Math.max(1, ranges.size()));
        read(request.from(new Start.LastN(each)), samples);
        read(request.from(new Start.AtPositions(ranges.stream().filter(r -> !r.isEmpty())
                .map(SliceResolver.Range::begin).toList())), samples);
    }

    private void read(OpenRequest request, Samples samples) throws FaultException, InterruptedException {
        try (Cursor cursor = source.session().open(request)) {
            int before = samples.count();
            for (int poll = 0; poll < POLLS && samples.count() < before + SAMPLES; poll++) {
                Batch batch = cursor.next(WAIT);
                batch.messages().forEach(samples::add);
                if (batch.end()) {
                    return;
                }
            }
        } catch (FaultException e) {
            if (e.kind() != FaultKind.POSITION_GONE) {
                throw e;
            }
        }
    }

    private void groups(ChannelId channel, Set<String> groups, List<String> warnings)
            throws FaultException, InterruptedException {
        Optional<GroupStates> states = source.session().extension(GroupStates.class);
        if (states.isPresent()) {
            try {
                states.get().groups(channel).forEach(g -> groups.add(g.name()));
            } catch (FaultException e) {
                warnings.add("The groups of " + channel + " are not kept: " + e.fault().message());
            }
        }
    }

    private int settings(ChannelId channel) throws InterruptedException {
        Optional<ChannelDefinitions> definitions = source.session().extension(ChannelDefinitions.class);
        try {
            return definitions.isPresent() ? definitions.get().define(channel).settings().size() : 0;
        } catch (FaultException notTold) {
            return 0;
        }
    }

    private static Optional<Long> free(Path output) {
        Path folder = output.toAbsolutePath().getParent();
        long free = folder == null ? 0 : folder.toFile().getUsableSpace();
        return free == 0 ? Optional.empty() : Optional.of(free);
    }
}
