package dev.brokerscope.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.StoredHashes;
import dev.brokerscope.archive.sqlite.Database;

/// Takes out of the plans of an encrypted volume what was searched for: who filters by an account number would publish
/// it else.
final class PlanRows {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String HIDDEN = "…";

    private PlanRows() {}

    /// Hides the literals of the plans of one run, and keys the hash of its words.
    static void hide(Database db, long run, StoredHashes hashes) throws FaultException {
        record Plan(String text, byte[] hash) {}
        for (Plan plan : db.list("SELECT plan, plan_hash FROM run WHERE run_id = ?",
                r -> new Plan(r.text(1), r.blob(2)), run)) {
            db.update("UPDATE run SET plan = ?, plan_hash = ? WHERE run_id = ?", hidden(plan.text()),
                    hashes.plan(plan.hash()), run);
        }
    }

    /// `key:PAY-1` becomes `key:…`; an expression between slashes `/…/`.
    static String hidden(String plan) {
        try {
            JsonNode root = JSON.readTree(plan);
            if (root instanceof ObjectNode object && object.path("filter").isTextual()) {
                return object.put("filter", literal(object.path("filter").asText())).toString();
            }
            return plan;
        } catch (JsonProcessingException e) {
            return "{}";
        }
    }

    private static String literal(String filter) {
        String part = filter.startsWith("key:") || filter.startsWith("key=") || filter.startsWith("value:")
                || filter.startsWith("headers:")
                        ? filter.substring(0, filter.startsWith("key=") ? 4 : filter.indexOf(':') + 1)
                        : "";
        String rest = filter.substring(part.length());
        boolean expression = rest.length() > 2 && rest.startsWith("/") && rest.endsWith("/");
        return part + (expression ? "/" + HIDDEN + "/" : HIDDEN);
    }
}
