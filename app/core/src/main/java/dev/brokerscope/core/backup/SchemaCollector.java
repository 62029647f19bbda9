package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Finds the schemas that messages name, fetches each once, and counts their uses. A registry that is down costs
/// schemas, never messages: it is not asked again until the end. Any thread, but for `finish`.
final class SchemaCollector {

    /// Bytes that only look like schema ids give new ones for ever.
    private static final int MISSING_AT_MOST = 100;

    private record Use(ChannelId channel, Side side, SchemaId id) {}

    private final DecoderChain decoders;
    private final SchemaSource source;
    private final Map<SchemaId, RegisteredSchema> found = new ConcurrentHashMap<>();
    private final Map<SchemaId, Fault> missing = new ConcurrentHashMap<>();
    private final Map<Use, LongAdder> uses = new ConcurrentHashMap<>();
    private final Map<Use, String> misfits = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Fault> down = new AtomicReference<>();

    /// @param known what needs no registry: schemas that an unfinished archive holds already
    SchemaCollector(DecoderChain decoders, SchemaSource source, List<RegisteredSchema> known) {
        this.decoders = decoders;
        this.source = source;
        known.forEach(s -> found.put(s.id(), s));
    }

    /// Counts what the messages name and fetches what is new.
    ///
    /// @return to be embedded before the messages
    List<Sighting> look(ChannelId channel, List<Message> messages) throws InterruptedException {
        List<Sighting> sightings = new ArrayList<>();
        for (Message message : messages) {
            if (decoders.mayReference(message)) {
                look(channel, Payload.key(channel, message), sightings);
                look(channel, Payload.value(channel, message), sightings);
            }
        }
        return sightings;
    }

    /// Asks once more for what was missing, and writes all uses with their counts. To be called once, at the end.
    ///
    /// @return sentences: why schemas are missing that a registry might have given
    List<String> finish(ArchiveWriter writer) throws FaultException, InterruptedException {
        retry();
        List<String> incomplete = new ArrayList<>();
        for (Use use : inOrder()) {
            long count = uses.getOrDefault(use, new LongAdder()).sum();
            Optional<RegisteredSchema> schema = Optional.ofNullable(found.get(use.id));
            if (schema.isPresent()) {
                writer.schema(use.channel, use.side, schema.get(), count);
            } else {
                writer.missingSchema(use.channel, use.side, "", use.id, count);
            }
        }
        for (Use use : inOrder()) {
            if (misfits.containsKey(use)) {
                writer.event("schema-misfit", misfits.getOrDefault(use, ""));
            }
        }
        Fault unreachable = down.get();
        if (unreachable != null) {
            long lost = missing.values().stream().filter(f -> f.kind() != FaultKind.NOT_FOUND).count();
            String sentence = "The schema registry could not be asked for " + lost
                    + (lost == 1 ? " schema: " : " schemas: ") + unreachable.message();
            writer.event("registry-unavailable", sentence);
            incomplete.add(sentence);
        }
        return incomplete;
    }

    private void look(ChannelId channel, Payload payload, List<Sighting> sightings) throws InterruptedException {
        for (SchemaId id : decoders.references(payload)) {
            Use use = new Use(channel, payload.side(), id);
            LongAdder count = uses.get(use);
            if (count == null) {
                if (!found.containsKey(id) && missing.size() >= MISSING_AT_MOST) {
                    continue;
                }
                count = uses.computeIfAbsent(use, _ -> new LongAdder());
                Optional<RegisteredSchema> schema = fetch(id);
                if (schema.isPresent()) {
                    sightings.add(new Sighting(channel, payload.side(), schema.get()));
                    demandFit(use, schema.get(), payload);
                }
            }
            count.increment();
        }
    }

    /// A registry may answer with another schema than the one a message was written with: then the first message that
    /// names it cannot be read by it. Whose fault it is cannot be told, so it is an event, not a gap.
    private void demandFit(Use use, RegisteredSchema schema, Payload payload) throws InterruptedException {
        if (decoders.decode(payload, this::known, Optional.empty()) instanceof Decoding.Read read) {
            read.attempts().stream().flatMap(a -> a.decoded().stream()).forEach(decoded -> {
                if (decoded instanceof Decoded.Malformed broken
                        && broken.schema().filter(s -> s.id().equals(use.id)).isPresent()) {
                    misfits.putIfAbsent(use, "The schema " + use.id.notation() + " that " + schema.registry()
                            + " gave does not fit the first message of " + use.channel + " that names it ("
                            + use.side.name().toLowerCase(Locale.ROOT) + "): " + broken.reason());
                }
            });
        }
    }

    /// Nothing is asked for twice.
    private RegisteredSchema known(SchemaId id) throws FaultException, InterruptedException {
        RegisteredSchema schema = found.get(id);
        return schema == null ? source.find(id) : schema;
    }

    private Optional<RegisteredSchema> fetch(SchemaId id) throws InterruptedException {
        RegisteredSchema known = found.get(id);
        if (known != null || missing.containsKey(id)) {
            return Optional.ofNullable(known);
        }
        Fault unreachable = down.get();
        if (unreachable != null) {
            missing.put(id, unreachable);
            return Optional.empty();
        }
        try {
            RegisteredSchema schema = source.find(id);
            found.put(id, schema);
            return Optional.of(schema);
        } catch (FaultException e) {
            missing.put(id, e.fault());
            if (e.kind() != FaultKind.NOT_FOUND) {
                down.set(e.fault());
            }
            return Optional.empty();
        }
    }

    private void retry() throws InterruptedException {
        if (down.getAndSet(null) == null) {
            return;
        }
        List<SchemaId> again = missing.entrySet().stream().filter(e -> e.getValue().kind() != FaultKind.NOT_FOUND)
                .map(Map.Entry::getKey).toList();
        again.forEach(missing::remove);
        for (SchemaId id : again) {
            fetch(id);
        }
    }

    private List<Use> inOrder() {
        return uses.keySet().stream()
                .sorted(Comparator.comparing((Use u) -> u.channel.text()).thenComparing(u -> u.side)
                        .thenComparing(u -> u.id.notation()))
                .toList();
    }
}
