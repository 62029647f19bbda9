package dev.brokerscope.core.schema;

import dev.brokerscope.api.fault.FaultException;
import java.util.LinkedHashSet;
import java.util.Set;

/// Keeps references of schemas from going on for ever.
final class ReferenceBudget {

    private static final int MOST = 200;
    private static final int DEEPEST = 20;

    private final RegistryFaults faults;
    private final Set<String> open = new LinkedHashSet<>();
    private int followed;

    ReferenceBudget(RegistryFaults faults) {
        this.faults = faults;
    }

    void enter(String place) throws FaultException {
        followed++;
        if (!open.add(place)) {
            throw faults.lying("schemas that refer to each other in a circle, at " + place);
        }
        if (followed > MOST || open.size() > DEEPEST) {
            throw faults.lying("a schema with more than " + MOST + " references, or deeper than " + DEEPEST);
        }
    }

    void leave(String place) {
        open.remove(place);
    }
}
