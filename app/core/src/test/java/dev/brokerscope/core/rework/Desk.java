package dev.brokerscope.core.rework;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.core.audit.AuditLog;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.lab.Lab;
import dev.brokerscope.plugin.memory.MemoryBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Archives of ugly messages, and what reworks them.
final class Desk {

    private final Path folder;
    private final Lab lab;
    private DecoderChain decoders = new DecoderChain(List.of());

    Desk(Path folder) {
        this(folder, new MemoryBroker("source"));
    }

    Desk(Path folder, MemoryBroker source) {
        this.folder = folder;
        this.lab = new Lab(folder, source);
    }

    Lab lab() {
        return lab;
    }

    void decodeWith(DecoderChain chain) {
        decoders = chain;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    AuditLog audit() {
        return new AuditLog(folder.resolve("audit.jsonl"));
    }

    ReworkTools tools() {
        return new ReworkTools("Brokerscope test", audit(), decoders, WriterOptions.standard(),
                ArchiveKeys.NONE, false);
    }

    JobContext job() {
        return JobContext.direct();
    }

    /// Backs the channels of the lab's broker up.
    Path backup(String name, String... channels) throws FaultException, InterruptedException {
        Path file = file(name);
        var plan = lab.plan(channels);
        lab.backup(dev.brokerscope.core.backup.BackupPlan.of(plan.slices(), file));
        return file;
    }

    /// Without what tells one volume from another.
    static String dump(Path file) throws Exception {
        try (Archive archive = Archive.open(file)) {
            StringBuilder text = new StringBuilder();
            archive.dump(text);
            return text.toString().lines().filter(l -> !l.startsWith("archive\t")).collect(Collectors.joining("\n"));
        }
    }

    static Verification deep(Path file) throws FaultException, InterruptedException {
        return Archive.verify(file, Verification.Level.DEEP, Verification.Listener.NONE);
    }

    static List<Message> read(Path file, String channel) throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(file)) {
            return Lab.read(archive.session(), MemoryBroker.id(channel));
        }
    }

    static ArchiveContents contents(Path file) throws FaultException {
        try (Archive archive = Archive.open(file)) {
            return archive.contents();
        }
    }

    /// The content hash of each partition of each run.
    static Map<String, String> hashes(Path file) throws FaultException {
        Map<String, String> hashes = new TreeMap<>();
        for (ArchiveContents.Channel channel : contents(file).channels()) {
            for (ArchiveContents.Partition partition : channel.partitions()) {
                for (ArchiveContents.Coverage part : partition.coverage()) {
                    hashes.put(part.run() + " " + channel.id() + "/" + partition.number(),
                            part.contentHash().map(Object::toString).orElse(""));
                }
            }
        }
        return hashes;
    }

    static List<ArchiveContents.Gap> gaps(Path file, String channel) throws FaultException {
        List<ArchiveContents.Gap> gaps = new ArrayList<>();
        ChannelId id = MemoryBroker.id(channel);
        contents(file).channels().stream().filter(c -> c.original().equals(id)).flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream()).forEach(c -> gaps.addAll(c.gaps()));
        return gaps;
    }
}
