package dev.brokerscope.plugin.avro;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The schemas parsed last: parsing costs far more than decoding. Any thread.
final class ParsedSchemas {

    private static final int MOST = 200;

    private final Map<Object, WriterSchema> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, WriterSchema> eldest) {
            return size() > MOST;
        }
    };

    private record Text(SchemaId id, String text) {}

    WriterSchema of(RegisteredSchema registered) throws FaultException {
        WriterSchema known = known(registered);
        return known == null ? kept(registered, WriterSchema.of(registered)) : known;
    }

    WriterSchema of(SchemaId id, String text, String where) throws FaultException {
        Text key = new Text(id, text);
        WriterSchema known = known(key);
        return known == null ? kept(key, WriterSchema.of(id, text, where)) : known;
    }

    private synchronized @Nullable WriterSchema known(Object key) {
        return parsed.get(key);
    }

    private synchronized WriterSchema kept(Object key, WriterSchema schema) {
        parsed.put(key, schema);
        return schema;
    }
}
