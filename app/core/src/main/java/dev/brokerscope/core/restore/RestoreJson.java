package dev.brokerscope.core.restore;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.core.diff.DiffWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dry runs and reports of restores for machines.
final class RestoreJson {

    private RestoreJson() {}

    static ObjectNode dryRun(DryRun run) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("plan", run.plan().id()).put("archive", run.plan().archive().toString()).put("target", run.target());
        root.put("clusterId", run.plan().clusterId().orElse(null));
        root.put("blocked", run.preflight().blocker().isPresent()).put("messages", run.messages());
        ArrayNode channels = root.putArray("channels");
        for (DryRun.Channel c : run.channels()) {
            ObjectNode node = channels.addObject();
            node.put("from", c.from().text()).put("to", c.to().text()).put("exists", c.exists());
            node.put("partitions", c.partitions()).put("messages", c.messages()).put("bytes", c.bytes());
            node.put("oldest", c.oldest().orElse(null)).put("newest", c.newest().orElse(null));
        }
        ArrayNode findings = root.putArray("findings");
        run.preflight().findings().forEach(f -> findings.add(finding(f)));
        root.set("fidelity", fidelity(run.fidelity()));
        groups(root, run.groups());
        return root;
    }

    static ObjectNode report(RestoreReport report) {
        ObjectNode root = dryRun(report.dryRun());
        root.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        root.put("clusterId", report.clusterId().orElse(null)).put("started", report.started().toString());
        root.put("tookMillis", report.took().toMillis());
        root.put("written", report.written()).put("failed", report.failed());
        ArrayNode results = root.putArray("results");
        for (RestoreReport.Channel c : report.channels()) {
            ObjectNode node = results.addObject();
            node.put("from", c.from().text()).put("to", c.to().text()).put("created", c.created());
            node.put("written", c.written()).put("failed", c.failed()).put("bytes", c.bytes());
            node.put("firstFailure", c.firstFailure().orElse(null)).put("retimed", c.retimed());
        }
        groups(root, report.groups());
        root.set("undo", UndoJson.write(report));
        ArrayNode losses = root.putArray("losses");
        report.losses().forEach(losses::add);
        report.comparison().ifPresent(c -> root.set("comparison", comparison(c)));
        return root;
    }

    private static void groups(ObjectNode root, List<RestoreReport.Group> all) {
        ArrayNode groups = root.putArray("groups");
        for (RestoreReport.Group g : all) {
            ObjectNode node = groups.addObject().put("name", g.name()).put("set", g.set());
            ArrayNode positions = node.putArray("positions");
            g.positions().forEach(positions::add);
            node.put("problem", g.problem());
        }
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT)).put("code", finding.code());
        node.put("channel", finding.channel().text()).put("message", finding.message());
        node.put("remedy", finding.remedy());
        Optional<Finding.Setting> setting = finding.setting();
        setting.ifPresent(s -> node.putObject("fix").put("setting", s.name()).put("value", s.value()));
        return node;
    }

    private static ArrayNode fidelity(Fidelity fidelity) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        fidelity.lines().forEach(l -> lines.addObject().put("part", l.part())
                .put("keep", l.keep().name().toLowerCase(Locale.ROOT)).put("detail", l.detail()));
        return lines;
    }

    private static ObjectNode comparison(Comparison comparison) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("equal", comparison.equal()).put("tookMillis", comparison.took().toMillis());
        ArrayNode channels = node.putArray("channels");
        comparison.channels().forEach(c -> channels.add(DiffWords.json(c)));
        return node;
    }
}
