package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How far a restore has come, on disk: `restore/<plan id>/journal.json`, replaced as a whole so that a crash leaves the
/// one before. One thread.
final class RestoreJournal {

    private static final int VERSION = 1;

    private final Path folder;
    private final RestorePlan plan;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<ChannelId, ChannelJournal> channels = new LinkedHashMap<>();
    private final boolean continued;

    private RestoreJournal(Path folder, RestorePlan plan, boolean continued) {
        this.folder = folder;
        this.plan = plan;
        this.continued = continued;
    }

    /// Reads what an interrupted run of the plan left, where the plan asks to continue it; else begins anew.
    static RestoreJournal open(Path journals, RestorePlan plan) throws FaultException {
        Path folder = journals.resolve(plan.id());
        Path file = folder.resolve("journal.json");
        boolean continued = plan.resume() && Files.exists(file);
        RestoreJournal journal = new RestoreJournal(folder, plan, continued);
        if (continued) {
            journal.read(file);
        }
        return journal;
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

    /// Keeps the report beside the journal.
    void finish(RestoreReport report) throws FaultException {
        write("report.json", report.json());
    }

    private void write(String name, ObjectNode content) throws FaultException {
        WholeFile.write(folder.resolve(name), content.toPrettyString());
    }

    private void read(Path file) throws FaultException {
        try {
            JsonNode all = mapper.readTree(file.toFile()).path("channels");
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
