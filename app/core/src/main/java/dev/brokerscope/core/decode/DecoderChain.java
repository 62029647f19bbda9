package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Picks a decoder for each payload and keeps what all of them said. Text and hex are built in and come last. Any
/// thread; decoding may ask a registry, so keep it off threads that must not wait.
public final class DecoderChain {

    /// Of more, a glance decodes only the beginning.
    static final int GLANCE_BYTES = 32 << 10;

    private final List<Decoder> decoders;
    private final SchemaFiles files = new SchemaFiles();
    private final boolean[] mayReference = new boolean[256];

    /// @param plugins in order of preference where two are equally likely
    public DecoderChain(List<Decoder> plugins) {
        List<Decoder> all = new ArrayList<>(plugins);
        all.add(new TextDecoder());
        all.add(new HexDecoder());
        decoders = List.copyOf(all);
        for (int i = 0; i < mayReference.length; i++) {
            byte first = (byte) i;
            mayReference[i] = decoders.stream().anyMatch(d -> d.mayReference(first));
        }
    }

    /// All of them, built-in ones last: what *Decode as* offers.
    public List<Decoder> decoders() {
        return decoders;
    }

    public Optional<Decoder> decoder(String id) {
        return decoders.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    /// The whole payload.
    ///
    /// @param schemas of the connection or archive; may do I/O
    /// @param as the decoder picked for the channel and side; absent for the likeliest
    public Decoding decode(Payload payload, SchemaSource schemas, Optional<DecodeAs> as) throws InterruptedException {
        if (payload.bytes().isEmpty()) {
            return payload.tombstone() ? new Decoding.Tombstone() : new Decoding.Null();
        }
        Bytes bytes = payload.bytes().get();
        if (bytes.isEmpty()) {
            return new Decoding.Empty();
        }
        return as.isPresent() ? picked(payload, bytes, schemas, as.get()) : likeliest(payload, bytes, schemas);
    }

    /// What a table row shows. Of large payloads only the beginning is decoded.
    public Glance glance(Payload payload, SchemaSource schemas, Optional<DecodeAs> as, List<String> firstFields)
            throws InterruptedException {
        Optional<Bytes> head = payload.bytes().map(b -> b.slice(0, Math.min(b.size(), GLANCE_BYTES)));
        Decoding decoding = decode(
                new Payload(head, payload.side(), payload.channel(), payload.headers(), payload.tombstone()), schemas,
                as);
        boolean cut = payload.bytes().map(b -> b.size() > GLANCE_BYTES).orElse(false);
        return Glance.of(decoding, cut, firstFields);
    }

    /// The badge by a look alone, without decoding and without I/O.
    public Badge guess(Payload payload, Optional<DecodeAs> as) {
        if (payload.bytes().isEmpty()) {
            return payload.tombstone() ? Badge.TOMBSTONE : Badge.NULL;
        }
        Bytes bytes = payload.bytes().get();
        if (bytes.isEmpty()) {
            return Badge.EMPTY;
        }
        Sample sample = sample(payload, bytes, Map.of(), Optional.empty());
        return Badge.guessed(as.flatMap(a -> decoder(a.decoder())).map(d -> assessed(d, sample))
                .orElseGet(() -> assessments(sample).getFirst()));
    }

    /// Whether it is worth asking for the references of key and value: a look at their first bytes, for hot loops.
    public boolean mayReference(Message message) {
        return !message.headers().isEmpty() || message.key().map(this::mayReference).orElse(false)
                || message.value().map(this::mayReference).orElse(false);
    }

    private boolean mayReference(Bytes bytes) {
        return !bytes.isEmpty() && mayReference[bytes.at(0) & 0xFF];
    }

    /// The schemas a payload names, without I/O: what a backup embeds.
    public List<SchemaId> references(Payload payload) {
        if (payload.bytes().isEmpty() || payload.bytes().get().isEmpty()) {
            return List.of();
        }
        Sample sample = sample(payload, payload.bytes().get(), Map.of(), Optional.empty());
        Set<SchemaId> ids = new LinkedHashSet<>();
        for (Decoder decoder : decoders) {
            ids.addAll(PluginBorder.references(decoder, sample));
        }
        return List.copyOf(ids);
    }

    private Decoding likeliest(Payload payload, Bytes bytes, SchemaSource schemas) throws InterruptedException {
        Sample sample = sample(payload, bytes, Map.of(), Optional.empty());
        List<Attempt> attempts = assessments(sample);
        int chosen = -1;
        int failed = -1;
        for (int i = 0; i < attempts.size() && chosen < 0; i++) {
            Attempt attempt = attempts.get(i);
            int likelihood = attempt.assessment().likelihood();
            if (likelihood == 0 || failed >= 0 && likelihood < Assessment.LIKELY) {
                break;
            }
            Decoded decoded = PluginBorder.decode(decoder(attempt.decoder()).orElseThrow(), sample, schemas);
            attempts.set(i, with(attempt, decoded));
            if (decoded instanceof Decoded.Tree) {
                chosen = i;
            } else if (failed < 0 && likelihood >= Assessment.LIKELY) {
                failed = i;
            }
        }
        return new Decoding.Read(bytes, attempts.get(chosen >= 0 ? chosen : failed), attempts, false);
    }

    private Decoding picked(Payload payload, Bytes bytes, SchemaSource schemas, DecodeAs as)
            throws InterruptedException {
        Assessment byHand = new Assessment(Assessment.CERTAIN, "picked with Decode as"
                + as.schemaFile().map(f -> ", with the schema " + f.getFileName()).orElse(""));
        Optional<Decoder> decoder = decoder(as.decoder());
        String name = decoder.map(Decoder::name).orElse(as.decoder());
        Decoded decoded;
        try {
            Optional<String> schema = as.schemaFile().isPresent()
                    ? Optional.of(files.read(as.schemaFile().get()))
                    : Optional.empty();
            decoded = decoder.isEmpty()
                    ? new Decoded.Unavailable(missing(as))
                    : PluginBorder.decode(decoder.get(), sample(payload, bytes, as.options(), schema), schemas);
        } catch (FaultException e) {
            decoded = new Decoded.Unavailable(e.fault());
        }
        Attempt attempt = new Attempt(as.decoder(), name, byHand, Optional.of(decoded));
        List<Attempt> attempts = new ArrayList<>(List.of(attempt));
        assessments(sample(payload, bytes, Map.of(), Optional.empty())).stream()
                .filter(a -> !a.decoder().equals(as.decoder())).forEach(attempts::add);
        return new Decoding.Read(bytes, attempt, attempts, true);
    }

    private List<Attempt> assessments(Sample sample) {
        List<Attempt> attempts = new ArrayList<>();
        for (Decoder decoder : decoders) {
            attempts.add(assessed(decoder, sample));
        }
        attempts.sort(Comparator.comparingInt((Attempt a) -> a.assessment().likelihood()).reversed());
        return attempts;
    }

    private static Attempt assessed(Decoder decoder, Sample sample) {
        return new Attempt(decoder.id(), decoder.name(), PluginBorder.assess(decoder, sample), Optional.empty());
    }

    private static Attempt with(Attempt attempt, Decoded decoded) {
        return new Attempt(attempt.decoder(), attempt.name(), attempt.assessment(), Optional.of(decoded));
    }

    private static Sample sample(Payload payload, Bytes bytes, Map<String, String> options, Optional<String> schema) {
        return new Sample(bytes, payload.side(), payload.channel(), payload.headers(), options, schema);
    }

    private static Fault missing(DecodeAs as) {
        return Fault.of(FaultKind.NOT_FOUND, "decoder.missing", "There is no decoder \"" + as.decoder() + "\".",
                "Add its plugin, or pick another one with Decode as.");
    }
}
