package dev.brokerscope.core.export;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.job.JobContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes messages of JSON Lines into a broker. Every line is read once before anything is written: a broken line 900
/// does not leave half a topic behind.
public final class JsonLinesImport {

    private static final int PORTION = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final WritableSession session;
    private final String target;
    private final String kind;

    /// @param kind of channels that are created
    public JsonLinesImport(WritableSession session, String target, String kind) {
        this.session = session;
        this.target = target;
        this.kind = kind;
    }

    /// One channel being written.
    private static final class Lane implements AckListener {
        private final List<Message> waiting = new ArrayList<>();
        private final AtomicLong acknowledged = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final AtomicReference<@Nullable String> firstFailure = new AtomicReference<>();
        private long given;

        @Override
        public void acknowledged(long token, Optional<Position> position) {
            acknowledged.incrementAndGet();
        }

        @Override
        public void failed(long token, FaultException why) {
            failed.incrementAndGet();
            firstFailure.compareAndSet(null, why.fault().message());
        }

        private void flush(Publisher publisher) throws FaultException, InterruptedException {
            publisher.publish(List.copyOf(waiting), given, AttributeSchema.EMPTY);
            given += waiting.size();
            waiting.clear();
        }
    }

    /// @throws FaultException `CORRUPT` for a line that cannot be read, `REFUSED` for a target that holds messages
    public ImportReport run(ImportPlan plan, JobContext job) throws FaultException, InterruptedException {
        job.progress().phase("Checking");
        Map<ChannelId, ImportNeed> wanted = look(plan, job);
        List<String> losses = new ArrayList<>();
        List<String> created = prepare(wanted, plan, losses);
        job.progress().restart("Writing",
                Count.exact(wanted.values().stream().mapToLong(ImportNeed::messages).sum()));
        Map<ChannelId, Lane> lanes = new LinkedHashMap<>();
        Map<ChannelId, Publisher> publishers = new LinkedHashMap<>();
        try {
            for (ChannelId channel : wanted.keySet()) {
                Lane lane = new Lane();
                lanes.put(channel, lane);
                publishers.put(channel, session.publisher(
                        new PublishRequest(channel, plan.partitioning(), true, 10_000), lane));
            }
            write(plan, lanes, publishers, job);
        } finally {
            publishers.values().forEach(Publisher::close);
        }
        return new ImportReport(target, wanted.keySet().stream().map(ChannelId::text).toList(), created,
                lanes.values().stream().mapToLong(l -> l.acknowledged.get()).sum(),
                lanes.values().stream().mapToLong(l -> l.failed.get()).sum(),
                lanes.values().stream().flatMap(l -> Optional.ofNullable(l.firstFailure.get()).stream()).findFirst(),
                losses);
    }

    private Map<ChannelId, ImportNeed> look(ImportPlan plan, JobContext job)
            throws FaultException, InterruptedException {
        Map<ChannelId, ImportNeed> wanted = new LinkedHashMap<>();
        for (Path file : plan.files()) {
            new JsonLinesFile(file).read(line -> {
                if (line instanceof MessageLine.OfMessage(var name, var message)) {
                    wanted.merge(channel(plan, name), ImportNeed.of(message), ImportNeed::and);
                    if (wanted.size() % PORTION == 0) {
                        job.pausePoint();
                    }
                }
            });
        }
        return wanted;
    }

    private ChannelId channel(ImportPlan plan, String name) {
        return plan.into().map(into -> ChannelId.parse(kind, into))
                .orElseGet(() -> plan.naming().target(ChannelId.parse(kind, name), kind));
    }

    private List<String> prepare(Map<ChannelId, ImportNeed> wanted, ImportPlan plan, List<String> losses)
            throws FaultException, InterruptedException {
        List<String> created = new ArrayList<>();
        List<ChannelId> missing = new ArrayList<>();
        for (var entry : wanted.entrySet()) {
            Optional<ChannelDetails> details = describe(entry.getKey());
            if (details.isEmpty()) {
                missing.add(entry.getKey());
            } else {
                check(details.get(), entry.getValue(), plan);
            }
        }
        for (ChannelId channel : missing) {
            ChannelCreation creation = session.writeExtension(ChannelCreation.class)
                    .orElseThrow(() -> new FaultException(FaultKind.NOT_FOUND, "import.no-channel",
                            "There is no channel " + channel + " in " + target + ", and it cannot be created here.",
                            "Create it first, or choose another one with --into."));
            ImportNeed need = Optional.ofNullable(wanted.get(channel)).orElseThrow();
            losses.addAll(creation.create(channel, need.definition(channel, session,
                    plan.partitioning() == PublishRequest.Partitioning.KEEP)));
            created.add(channel.text());
        }
        return created;
    }

    private void check(ChannelDetails details, ImportNeed wanted, ImportPlan plan) throws FaultException {
        boolean empty = details.count().quality() != Count.Quality.UNKNOWN && details.count().value() == 0;
        if (!plan.append() && !empty) {
            throw new FaultException(FaultKind.REFUSED, "import.not-empty",
                    "The channel " + details.id() + " of " + target + " holds messages already.",
                    "Choose another name with --prefix or --rename, or append with --into-existing append.");
        }
        if (plan.partitioning() == PublishRequest.Partitioning.KEEP
                && wanted.partitions() > details.partitions().size()) {
            throw new FaultException(FaultKind.REFUSED, "import.partitions",
                    "The lines for " + details.id() + " need " + wanted.partitions() + " partitions, it has "
                            + details.partitions().size() + ".",
                    "Choose another channel, or give --partitions by-key.");
        }
    }

    private Optional<ChannelDetails> describe(ChannelId channel) throws FaultException, InterruptedException {
        try {
            return Optional.of(session.describe(channel));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void write(ImportPlan plan, Map<ChannelId, Lane> lanes, Map<ChannelId, Publisher> publishers,
            JobContext job) throws FaultException, InterruptedException {
        for (Path file : plan.files()) {
            new JsonLinesFile(file).read(line -> {
                if (line instanceof MessageLine.OfMessage(var name, var message)) {
                    ChannelId channel = channel(plan, name);
                    Lane lane = Optional.ofNullable(lanes.get(channel)).orElseThrow(() -> changed(file));
                    lane.waiting.add(message);
                    if (lane.waiting.size() >= PORTION) {
                        job.progress().add(lane.waiting.size(), 0);
                        lane.flush(Optional.ofNullable(publishers.get(channel)).orElseThrow());
                        job.pausePoint();
                    }
                }
            });
        }
        for (var entry : publishers.entrySet()) {
            Lane lane = Optional.ofNullable(lanes.get(entry.getKey())).orElseThrow();
            job.progress().add(lane.waiting.size(), 0);
            lane.flush(entry.getValue());
            entry.getValue().flush(PATIENCE);
        }
    }

    private static FaultException changed(Path file) {
        return new FaultException(FaultKind.INCOMPLETE, "import.changed",
                "The file " + file + " changed while it was being imported.", "Import it again once it is whole.");
    }
}
