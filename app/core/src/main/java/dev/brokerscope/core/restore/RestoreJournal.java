package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.Places;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far a restore has come, on disk: `restore/<plan id>/journal.json`, replaced as a whole so that a crash leaves the
/// one before. One process at a time, one thread. The reports of finished runs lie beside it.
final class RestoreJournal implements AutoCloseable {

    private static final int VERSION = 2;
    private static final Logger LOG = LoggerFactory.getLogger(RestoreJournal.class);

    private final Path folder;
    private final RestorePlan plan;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<ChannelId, ChannelJournal> channels = new LinkedHashMap<>();
    private final boolean continued;
    private final FileChannel lock;

    private RestoreJournal(Path folder, RestorePlan plan, boolean continued, FileChannel lock) {
        this.folder = folder;
        this.plan = plan;
        this.continued = continued;
        this.lock = lock;
    }

    /// Reads what an interrupted run of the plan left, where the plan asks to continue it; else begins anew.
    ///
    /// @throws FaultException of kind `LOCKED` where another process runs the plan
    static RestoreJournal open(Path journals, RestorePlan plan) throws FaultException {
        Path folder = journals.resolve(plan.id());
        Path file = folder.resolve("journal.json");
        boolean continued = plan.resume() && Files.exists(file);
        RestoreJournal journal = new RestoreJournal(folder, plan, continued, locked(folder.resolve("lock")));
        if (continued) {
            try {
                journal.read(file);
            } catch (FaultException e) {
                journal.close();
                throw e;
            }
        }
        return journal;
    }

    private static FileChannel locked(Path file) throws FaultException {
        try {
            Places.madeFor(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return channel;
            }
            channel.close();
        } catch (OverlappingFileLockException here) {
            throw running();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "journal.lock", file + " cannot be written.",
                    "Check the permissions of the state folder, or choose another with --state.", e);
        }
        throw running();
    }

    private static FaultException running() {
        return new FaultException(FaultKind.LOCKED, "restore.running", "The same restore is running already.",
                "Wait for it to end.");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} was not closed: {}", folder, e.getMessage());
        }
    }

    /// Whether an earlier run is continued.
    boolean continued() {
        return continued;
    }

    Set<ChannelId> begun() {
        return Set.copyOf(channels.keySet());
    }

    Optional<ChannelJournal> channel(ChannelId target) {
        return Optional.ofNullable(channels.get(target));
    }

    void record(ChannelId target, ChannelJournal state) throws FaultException {
        channels.put(target, state);
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION).put("plan", plan.id()).put("archive", plan.archive().toString());
        root.put("clusterId", plan.clusterId().orElse(null));
        ObjectNode all = root.putObject("channels");
        channels.forEach((id, c) -> all.set(id.text(), JournalJson.write(id, c)));
        write("journal.json", root);
    }

    /// Keeps the report beside the journal, and those of earlier runs of the plan beside it.
    void finish(RestoreReport report) throws FaultException {
        String when = "report-" + report.started().truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[:-]", "");
        write("report.json", report.json());
        write(when + ".json", report.json());
        WholeFile.write(folder.resolve("report.html"), report.html());
        WholeFile.write(folder.resolve(when + ".html"), report.html());
    }

    private void write(String name, ObjectNode content) throws FaultException {
        WholeFile.write(folder.resolve(name), content.toPrettyString());
    }

    private void read(Path file) throws FaultException {
        try {
            JsonNode root = mapper.readTree(file.toFile());
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("version " + root.path("version"));
            }
            JsonNode all = root.path("channels");
            Set<String> names = new TreeSet<>();
            all.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                channels.put(JournalJson.id(name, all.get(name)), JournalJson.read(all.get(name)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FaultException(FaultKind.CORRUPT, "journal.damaged",
                    "The journal of the interrupted restore, " + file + ", cannot be read.",
                    "Restore into new channels without --resume.", e);
        }
    }
}
