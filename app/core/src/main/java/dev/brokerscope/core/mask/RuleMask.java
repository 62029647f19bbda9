package dev.brokerscope.core.mask;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.DecoderChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Applies the rules of a file to messages: all that are for a channel, in their order.
final class RuleMask implements MessageMask {

    /// What became of a part of a message.
    sealed interface Masked {
        record Is(Optional<Bytes> bytes) implements Masked {}

        /// The message is to be left out.
        record Gone() implements Masked {}
    }

    private final MaskRules rules;
    private final PayloadMask payloads;
    private final Map<ChannelId, List<MaskRule>> byChannel = new ConcurrentHashMap<>();

    RuleMask(MaskRules rules, DecoderChain decoders, SchemaSource schemas) {
        this.rules = rules;
        this.payloads = new PayloadMask(rules, decoders, schemas);
    }

    @Override
    public String statement() {
        return rules.statement();
    }

    @Override
    public Optional<Message> apply(ChannelId channel, Message message) throws FaultException, InterruptedException {
        List<MaskRule> mine = byChannel.computeIfAbsent(channel,
                c -> rules.rules().stream().filter(r -> r.isFor(c)).toList());
        if (mine.isEmpty()) {
            return Optional.of(message);
        }
        Masked key = side(channel, message, Sample.Side.KEY, message.key(), of(mine, MaskRule.Part.KEY));
        Masked value = side(channel, message, Sample.Side.VALUE, message.value(), of(mine, MaskRule.Part.VALUE));
        Optional<Headers> headers = headers(message.headers(), of(mine, MaskRule.Part.HEADER));
        if (!(key instanceof Masked.Is(Optional<Bytes> newKey))
                || !(value instanceof Masked.Is(Optional<Bytes> newValue))) {
            return Optional.empty();
        }
        if (newKey.equals(message.key()) && newValue.equals(message.value()) && headers.isEmpty()) {
            return Optional.of(message);
        }
        return Optional.of(message.movedTo(message.partition(), message.positionHi(), message.positionLo())
                .key(newKey).value(newValue).headers(headers.orElse(message.headers())).build());
    }

    private static List<MaskRule> of(List<MaskRule> rules, MaskRule.Part part) {
        return rules.stream().filter(r -> r.part() == part).toList();
    }

    private Masked side(ChannelId channel, Message message, Sample.Side side, Optional<Bytes> bytes,
            List<MaskRule> mine) throws FaultException, InterruptedException {
        if (mine.isEmpty() || bytes.isEmpty()) {
            return new Masked.Is(bytes);
        }
        try {
            Sample sample = Sample.of(bytes.get(), side, channel, message.headers());
            return payloads.masked(sample, mine);
        } catch (NotMaskableException e) {
            return switch (rules.otherwise()) {
                case REFUSE -> throw new FaultException(FaultKind.REFUSED, "mask.not-possible", "Rule " + e.rule()
                        + " of " + rules.name() + " cannot be applied to the " + side.name().toLowerCase(
                                java.util.Locale.ROOT)
                        + " at position " + message.partition() + ":" + message.positionLo() + " of " + channel + ": "
                        + e.reason() + ".",
                        "Mend the rule, or say with \"otherwise\": \"drop\" or \"null\" what becomes of such messages.");
                case DROP -> new Masked.Gone();
                case NULL -> new Masked.Is(Optional.empty());
            };
        }
    }

    /// Empty where all stay as they are.
    private Optional<Headers> headers(Headers headers, List<MaskRule> mine) {
        if (mine.isEmpty() || headers.isEmpty()) {
            return Optional.empty();
        }
        List<Header> masked = new ArrayList<>();
        boolean changed = false;
        for (Header header : headers.list()) {
            Optional<Header> left = Optional.of(header);
            for (MaskRule rule : mine) {
                if (left.isPresent() && rule.isForHeader(header.nameText())) {
                    left = payloads.header(left.get(), rule);
                }
            }
            changed |= !left.equals(Optional.of(header));
            left.ifPresent(masked::add);
        }
        return changed ? Optional.of(Headers.of(masked)) : Optional.empty();
    }
}
