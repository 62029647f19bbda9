package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import java.util.Optional;

/// Asks several sources in turn. A source that cannot be asked does not hide what the next one knows; its fault is
/// told only where nobody knows the schema.
public final class SchemaChain implements SchemaSource {

    private final List<SchemaSource> sources;

    public SchemaChain(List<SchemaSource> sources) {
        this.sources = List.copyOf(sources);
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException, InterruptedException {
        Optional<FaultException> worst = Optional.empty();
        for (SchemaSource source : sources) {
            try {
                return source.find(id);
            } catch (FaultException e) {
                if (worst.isEmpty() || worst.get().kind() == FaultKind.NOT_FOUND) {
                    worst = Optional.of(e);
                }
            }
        }
        throw worst.orElseGet(() -> new FaultException(FaultKind.NOT_FOUND, "schema.nowhere",
                "Schema " + id + " is not known, and the connection has no schema registry.",
                "Set the registry of the connection, or pick a schema file with Decode as."));
    }
}
