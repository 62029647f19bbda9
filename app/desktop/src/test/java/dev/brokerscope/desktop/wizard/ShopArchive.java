package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// An archive with gaps of several reasons, an empty partition and group positions.
public record ShopArchive(Path file) {

    private static final long NOON = 1_795_348_800_000L;

    public Path make() throws Exception {
        MemoryBroker broker = new MemoryBroker("orders-prod");
        fill(broker, "payments", 12, 600);
        fill(broker, "order-events", 6, 400);
        broker.create("audit.log", 2, Map.of("retention.ms", "604800000"));
        broker.trim("payments", Position.of(0, 90));
        broker.groups().commit("billing-service", "payments", Position.of(1, 220), "");
        broker.groups().commit("fraud-scoring", "payments", Position.of(2, 600), "");
        broker.groups().commit("mail-sender", "order-events", Position.of(0, 12), "");
        try (MemorySession session = broker.connect()) {
            BackupSource source = new BackupSource("memory", "orders-prod", session, new SchemaChain(List.of()),
                    new DecoderChain(List.of()));
            BackupPlan plan = BackupPlan.of(Stream.of("payments", "order-events", "audit.log")
                    .map(c -> Slice.whole(MemoryBroker.id(c))).toList(), file);
            new Backup(source, new Provenance("Brokerscope 0.1.0", "anna", "desk-7")).run(plan, JobContext.direct());
        }
        return file;
    }

    private static void fill(MemoryBroker broker, String channel, int partitions, int each) throws Exception {
        broker.create(channel, partitions, Map.of("retention.ms", "604800000", "cleanup.policy", "delete"));
        for (int partition = 0; partition < partitions; partition++) {
            for (int i = 0; i < each; i++) {
                Message message = Message.at(partition, 0, 0).timestamp(NOON - (each - i) * 900_000L,
                        TimestampType.CREATE).key(("PAY-" + i).getBytes(StandardCharsets.UTF_8))
                        .value(("{\"amount\":" + i + "}").getBytes(StandardCharsets.UTF_8)).build();
                if (i % 97 == 13 + partition) {
                    broker.publishAborted(channel, message);
                } else {
                    broker.publish(channel, message);
                }
                if (partition == 3 && i == 200) {
                    broker.hole(channel, partition, 60, GapReason.COMPACTED);
                }
            }
        }
    }
}
