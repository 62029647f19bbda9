package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.RegisteredSchema.Reference;
import dev.brokerscope.api.decode.RegisteredSchema.SubjectVersion;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Schemas by id, without a registry.
final class KnownSchemas implements SchemaSource {

    static final String ORDER = """
            {"type":"record","name":"Order","namespace":"lab","fields":[
              {"name":"id","type":"long"},{"name":"item","type":"string"}]}""";

    private final Map<SchemaId, RegisteredSchema> schemas = new HashMap<>();

    KnownSchemas add(String id, String text) {
        return add(id, "AVRO", text, List.of());
    }

    KnownSchemas add(String notation, String kind, String text, List<Reference> references) {
        SchemaId id = new SchemaId(notation);
        schemas.put(id, new RegisteredSchema(id, "http://registry", kind, text, references,
                List.of(new SubjectVersion("orders-value", 7))));
        return this;
    }

    Reference reference(String name, String id) {
        return new Reference(name, schemas.get(new SchemaId(id)));
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException {
        RegisteredSchema known = schemas.get(id);
        if (known == null) {
            throw new FaultException(FaultKind.NOT_FOUND, "schema.unknown", "Schema " + id + " is not known.", "");
        }
        return known;
    }
}
