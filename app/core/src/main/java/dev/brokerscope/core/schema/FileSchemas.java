package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;

/// Schemas in a file or a folder. Any thread.
public final class FileSchemas implements SchemaSource {

    private final Path place;

    public FileSchemas(Path place) {
        this.place = place;
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException {
        throw new FaultException(FaultKind.NOT_FOUND, "schema.file", "Schema " + id + " is not in " + place + ".", "");
    }
}
