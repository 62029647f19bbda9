package dev.brokerscope.core.forget;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What stays and what goes of a folder of archives.
///
/// @param carriedOut whether it was done, or only thought through
public record ForgetReport(Path folder, List<Group> groups, List<Untouched> untouched, boolean carriedOut) {

    /// Newest first.
    public record Group(Snapshot.Group group, List<Decision> decisions) {
        public Group {
            decisions = List.copyOf(decisions);
        }
    }

    /// @param reasons why it stays; empty where it goes
    public record Decision(Snapshot snapshot, List<String> reasons) {
        public Decision {
            reasons = List.copyOf(reasons);
        }

        public boolean kept() {
            return !reasons.isEmpty();
        }
    }

    public ForgetReport {
        groups = List.copyOf(groups);
        untouched = List.copyOf(untouched);
    }

    ForgetReport done() {
        return new ForgetReport(folder, groups, untouched, true);
    }

    private Stream<Snapshot> going() {
        return groups.stream().flatMap(g -> g.decisions().stream()).filter(d -> !d.kept()).map(Decision::snapshot);
    }

    public long forgotten() {
        return going().count();
    }

    /// Damage is told even though it stops nothing.
    public Outcome outcome() {
        return untouched.stream().anyMatch(Untouched::damaged) ? Outcome.DAMAGED : Outcome.COMPLETE;
    }

    public String summary() {
        long kept = groups.stream().flatMap(g -> g.decisions().stream()).filter(Decision::kept).count();
        String freed = Amounts.bytes(going().mapToLong(Snapshot::bytes).sum());
        String verb = carriedOut ? "Forgot " : "Would forget ";
        return verb + Amounts.of(forgotten(), "archive") + " (" + freed + "), " + (carriedOut ? "kept " : "keep ")
                + Amounts.number(kept) + (untouched.isEmpty() ? "."
                        : (carriedOut ? ", and left " : ", and leave ") + Amounts.number(untouched.size()) + " alone.");
    }

    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("folder", folder.toString()).put("dryRun", !carriedOut).put("forgotten", forgotten());
        root.put("bytes", going().mapToLong(Snapshot::bytes).sum());
        ArrayNode all = root.putArray("groups");
        for (Group group : groups) {
            ObjectNode node = all.addObject().put("broker", group.group().broker())
                    .put("source", group.group().source()).put("fidelity", group.group().fidelity());
            ArrayNode channels = node.putArray("channels");
            group.group().channels().forEach(channels::add);
            if (!group.group().set().isEmpty()) {
                node.put("set", group.group().set());
            }
            ArrayNode archives = node.putArray("archives");
            group.decisions().forEach(d -> archives.add(json(d)));
        }
        ArrayNode left = root.putArray("untouched");
        untouched.forEach(u -> left.addObject().put("path", u.path().toString()).put("reason", u.reason())
                .put("damaged", u.damaged()));
        return root;
    }

    private static ObjectNode json(Decision decision) {
        Snapshot snapshot = decision.snapshot();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("archive", snapshot.path().toString()).put("keep", decision.kept());
        node.put("time", snapshot.time().toEpochMilli()).put("messages", snapshot.messages());
        node.put("bytes", snapshot.bytes());
        ArrayNode reasons = node.putArray("reasons");
        decision.reasons().forEach(reasons::add);
        ArrayNode volumes = node.putArray("volumes");
        snapshot.volumes().forEach(v -> volumes.add(v.toString()));
        return node;
    }
}
