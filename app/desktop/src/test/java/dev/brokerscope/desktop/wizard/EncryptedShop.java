package dev.brokerscope.desktop.wizard;

import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.keys.Encryption;
import dev.brokerscope.core.keys.EncryptionWords;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.plugin.memory.MemoryBroker;
import dev.brokerscope.plugin.memory.MemorySession;
import dev.brokerscope.testkit.SeededMessages;
import java.nio.file.Path;
import java.util.List;

/// A small archive that opens with a passphrase, and for somebody's identity.
public record EncryptedShop(Path file, String passphrase) {

    private static final int QUICK = 1_000;

    public Path make() throws Exception {
        MemoryBroker broker = new MemoryBroker("orders-prod");
        broker.create("payments", 2);
        for (var message : SeededMessages.ofThisRun().generate(200, 2)) {
            broker.publish("payments", message);
        }
        Encryption encryption = new Encryption(EncryptionWords.NONE,
                Protection.of(SlotLock.passphrase(passphrase.toCharArray(), QUICK),
                        new SlotLock.ForRecipient(Identity.generate().recipient())));
        try (MemorySession session = broker.connect()) {
            BackupSource source = new BackupSource("memory", "orders-prod", session, new SchemaChain(List.of()),
                    new DecoderChain(List.of()));
            BackupPlan plan = BackupPlan.of(List.of(Slice.whole(MemoryBroker.id("payments"))), file)
                    .storing(StoreOptions.STANDARD.encrypted(encryption));
            new Backup(source, new Provenance("Brokerscope 0.1.0", "anna", "desk-7")).run(plan, JobContext.direct());
        }
        return file;
    }
}
