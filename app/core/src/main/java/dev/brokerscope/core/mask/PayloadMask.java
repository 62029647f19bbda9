package dev.brokerscope.core.mask;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.NodeKind;
import dev.brokerscope.api.decode.Rewriter;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.decode.ValueEdit;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import java.util.List;
import java.util.Optional;

/// Applies rules to one key, value or header. Any thread.
final class PayloadMask {

    private final MaskRules rules;
    private final DecoderChain decoders;
    private final SchemaSource schemas;

    PayloadMask(MaskRules rules, DecoderChain decoders, SchemaSource schemas) {
        this.rules = rules;
        this.decoders = decoders;
        this.schemas = schemas;
    }

    RuleMask.Masked masked(Sample sample, List<MaskRule> mine) throws NotMaskableException, InterruptedException {
        Optional<Bytes> bytes = Optional.of(sample.bytes());
        for (MaskRule rule : mine) {
            if (bytes.isEmpty()) {
                return new RuleMask.Masked.Is(bytes);
            }
            if (rule.path().isEmpty() && rule.action() instanceof MaskAction.Drop) {
                return new RuleMask.Masked.Gone();
            }
            Sample now = Sample.of(bytes.get(), sample.side(), sample.channel(), sample.headers());
            if (rule.path().isPresent()) {
                bytes = Optional.of(rewritten(now, rule, rule.path().get()));
            } else {
                bytes = whole(bytes.get(), rule.action());
            }
        }
        return new RuleMask.Masked.Is(bytes);
    }

    /// Empty where the header is left out.
    Optional<Header> header(Header header, MaskRule rule) {
        if (rule.action() instanceof MaskAction.Drop) {
            return Optional.empty();
        }
        Optional<Bytes> value = header.value().flatMap(v -> whole(v, rule.action()));
        boolean text = header.type() == HeaderType.TEXT || header.type() == HeaderType.BYTES;
        // another type could not hold what is made of its value
        return Optional.of(new Header(header.name(), text || value.equals(header.value()) ? header.type()
                : HeaderType.TEXT, value));
    }

    private Optional<Bytes> whole(Bytes bytes, MaskAction action) {
        return switch (action) {
            case MaskAction.Replace(String with) -> Optional.of(Bytes.utf8(with));
            case MaskAction.Null _,MaskAction.Drop _ -> Optional.empty();
            case MaskAction.Pseudonymize _ -> Optional.of(bytes.isUtf8()
                    ? Bytes.utf8(pseudonyms().text(bytes.utf8()))
                    : Bytes.wrap(pseudonyms().bytes(bytes.toArray())));
            case MaskAction.Truncate(int keep) -> Optional.of(bytes.isUtf8()
                    ? Bytes.utf8(first(bytes.utf8(), keep))
                    : bytes.slice(0, Math.min(keep, bytes.size())));
        };
    }

    private Pseudonyms pseudonyms() {
        return rules.pseudonyms().orElseThrow();
    }

    private static String first(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    private Bytes rewritten(Sample sample, MaskRule rule, ValuePath path)
            throws NotMaskableException, InterruptedException {
        if (sample.bytes().isEmpty()) {
            return sample.bytes();
        }
        Decoder decoder = decoder(sample, rule);
        Rewriter rewriter = decoder.rewriter().orElseThrow(
                () -> new NotMaskableException(rule.number(), "it is read as " + decoder.name()
                        + ", in which single values cannot be changed"));
        ActionEdit edit = new ActionEdit(rule.action(), path, rules.pseudonyms());
        Rewriter.Rewritten result = rewriter.rewrite(sample, schemas, edit);
        if (edit.refused().isPresent()) {
            throw new NotMaskableException(rule.number(), edit.refused().get());
        }
        return switch (result) {
            case Rewriter.Rewritten.Done(Bytes bytes) -> bytes;
            case Rewriter.Rewritten.Impossible(String reason) ->
                    throw new NotMaskableException(rule.number(), reason);
            case Rewriter.Rewritten.Unavailable(var fault) ->
                    throw new NotMaskableException(rule.number(), fault.message().replaceAll("\\.$", ""));
        };
    }

    /// Whoever reads the bytes to their end; nobody else may say that there is nothing to mask.
    private Decoder decoder(Sample sample, MaskRule rule) throws NotMaskableException, InterruptedException {
        if (rule.format().isPresent()) {
            return decoders.decoder(rule.format().get()).orElseThrow(() -> new NotMaskableException(rule.number(),
                    "there is no decoder " + rule.format().get()));
        }
        Payload payload = new Payload(Optional.of(sample.bytes()), sample.side(), sample.channel(), sample.headers(),
                false);
        Decoding decoding = decoders.decode(payload, schemas, Optional.empty());
        if (decoding instanceof Decoding.Read read && read.decoded() instanceof Decoded.Tree) {
            return decoders.decoder(read.chosen().decoder()).orElseThrow();
        }
        throw new NotMaskableException(rule.number(), decoding instanceof Decoding.Read read
                ? "as " + read.chosen().name() + " it cannot be read"
                : "it cannot be read");
    }

    /// One rule's answer for each value. One thread, used once.
    private static final class ActionEdit implements ValueEdit {

        private static final Change KEEP = new Change.Keep();

        private final MaskAction action;
        private final ValuePath path;
        private final Optional<Pseudonyms> pseudonyms;
        private Optional<String> refused = Optional.empty();

        ActionEdit(MaskAction action, ValuePath path, Optional<Pseudonyms> pseudonyms) {
            this.action = action;
            this.path = path;
            this.pseudonyms = pseudonyms;
        }

        Optional<String> refused() {
            return refused;
        }

        @Override
        public Change of(List<String> at, NodeKind kind, String text) {
            if (kind == NodeKind.NULL || !path.covers(at)) {
                return KEEP;
            }
            return switch (action) {
                case MaskAction.Replace(String with) -> new Change.Text(with);
                case MaskAction.Null _,MaskAction.Drop _ -> new Change.Null();
                // the parts of a structure are covered by its path, one by one
                case MaskAction.Pseudonymize _ -> kind.isStructure()
                        ? KEEP
                        : pseudonyms.orElseThrow().of(kind, text).<Change>map(Change.Text::new)
                                .orElseGet(() -> refuse(at, kind));
                case MaskAction.Truncate(int keep) -> switch (kind) {
                    case OBJECT, ARRAY, MAP, ELEMENT -> KEEP;
                    case STRING, TEXT, CDATA, ATTRIBUTE -> new Change.Text(first(text, keep));
                    default -> refuse(at, kind);
                };
            };
        }

        private Change refuse(List<String> at, NodeKind kind) {
            refused = Optional.of(String.join(".", at) + " is of kind " + kind.name().toLowerCase(
                    java.util.Locale.ROOT) + ", which takes no " + action.word());
            return new Change.Null();
        }
    }
}
