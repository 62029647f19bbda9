package dev.brokerscope.core.lab;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelKind;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.Rehearsal;
import dev.brokerscope.core.restore.Restore;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.core.restore.RestoreTarget;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import dev.brokerscope.testkit.SeededMessages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A source, a target and a folder: backs up and restores on memory brokers.
public final class Lab {

    private static final ChannelKind KIND = new ChannelKind("channel", "channel", "Channels", "layers");

    private final Path folder;
    private final MemoryBroker source;
    private final MemoryBroker target = new MemoryBroker("target");
    private DecoderChain decoders = new DecoderChain(List.of());
    private SchemaSource schemas = new SchemaChain(List.of());

    public Lab(Path folder) {
        this(folder, new MemoryBroker("source"));
    }

    /// @param source shared with another lab
    public Lab(Path folder, MemoryBroker source) {
        this.folder = folder;
        this.source = source;
    }

    public MemoryBroker source() {
        return source;
    }

    public MemoryBroker target() {
        return target;
    }

    public Path file() {
        return folder.resolve("backup.msgdb");
    }

    public Path journals() {
        return folder.resolve("restore");
    }

    public void decodeWith(DecoderChain chain, SchemaSource registry) {
        decoders = chain;
        schemas = registry;
    }

    public BackupSource backupSource() throws FaultException {
        return new BackupSource("memory", "lab", source.connect(), schemas, decoders);
    }

    public BackupPlan plan(String... channels) {
        return BackupPlan.of(Stream.of(channels).map(c -> Slice.whole(MemoryBroker.id(c))).toList(), file());
    }

    public BackupReport backup(BackupPlan plan) throws FaultException, InterruptedException {
        return backup(plan, JobContext.direct());
    }

    public BackupReport backup(BackupPlan plan, JobContext job) throws FaultException, InterruptedException {
        return new Backup(backupSource(), new Provenance("Brokerscope test", "tester", "")).run(plan, job);
    }

    public RestorePlan restorePlan() {
        return RestorePlan.of(file(), Optional.of("memory-target"));
    }

    public DryRun rehearse(RestorePlan plan) throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(file()); MemorySession session = target.connect()) {
            return new Rehearsal(archive, restoreTarget(session)).play(plan);
        }
    }

    public RestoreReport restore(RestorePlan plan) throws FaultException, InterruptedException {
        return restore(plan, JobContext.direct());
    }

    public RestoreReport restore(RestorePlan plan, JobContext job) throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(file()); MemorySession session = target.connect()) {
            return new Restore(archive, restoreTarget(session), session, journals()).run(plan, job);
        }
    }

    private static RestoreTarget restoreTarget(Session session) {
        return new RestoreTarget("memory", "staging", List.of(KIND), session);
    }

    /// Creates a channel of ugly messages.
    public static void fill(MemoryBroker broker, String channel, int partitions, int count) throws FaultException {
        broker.create(channel, partitions);
        for (Message message : new SeededMessages(7, Set.of()).generate(count, partitions)) {
            broker.publish(channel, message);
        }
    }

    /// Everything in a channel, in the order of partitions.
    public static List<Message> read(Session session, ChannelId channel) throws FaultException, InterruptedException {
        List<Message> all = new ArrayList<>();
        int partitions = session.describe(channel).partitions().size();
        for (int partition = 0; partition < partitions; partition++) {
            try (Cursor cursor = session.open(OpenRequest.everything(channel).only(Set.of(partition))
                    .isolated(Isolation.COMMITTED))) {
                Batch batch;
                do {
                    batch = cursor.next(Duration.ofMillis(100));
                    all.addAll(batch.messages());
                } while (!batch.end());
            }
        }
        return all;
    }
}
