package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeSchema.Attribute;
import dev.brokerscope.api.message.AttributeType;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What a restore keeps of the attributes that some brokers have beside headers: id, priority, expiry, routing, deliveries.
public interface AttributeContract extends BrokerFixture {

    /// Which attribute shows whether a part was kept. A time to live is the part of an expiry that begins anew.
    Map<MessagePart, List<AttributeRole>> SHOWN_BY = Map.of(
            MessagePart.MESSAGE_ID, List.of(AttributeRole.MESSAGE_ID),
            MessagePart.PRIORITY, List.of(AttributeRole.PRIORITY),
            MessagePart.EXPIRY, List.of(AttributeRole.EXPIRES_AT, AttributeRole.TIME_TO_LIVE),
            MessagePart.ROUTING, List.of(AttributeRole.ROUTING_KEY),
            MessagePart.DELIVERY_COUNT, List.of(AttributeRole.DELIVERY_COUNT));

    @Test
    default void keepsOfEachAttributeWhatItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails target = session.describe(emptyChannel(1));
            Assumptions.assumeTrue(target.profile().starts().contains(StartKind.EARLIEST), "keeps nothing to read");
            AttributeSchema source = new AttributeSchema(SHOWN_BY.values().stream().flatMap(List::stream)
                    .map(role -> like(target.attributes(), role)).toList());
            Message original = Message.at(0, 0, 7).value(Optional.of(Bytes.utf8("with everything")))
                    .timestamp(1_700_000_000_000L, TimestampType.CREATE)
                    .attributes(source.attributes().stream().map(a -> Optional.of(value(a))).toList()).build();
            Publishing published = Publishing.allOf(session, PublishRequest.restore(target.id()), List.of(original),
                    source);
            Message copy = Readout.of(session, SessionFixture.everything(target)).messages().getFirst();
            SHOWN_BY.forEach((part, roles) -> assertEquals(
                    shown(published.effective().getOrDefault(part, Keep.ABSENT), part), found(copy, target, roles),
                    () -> part + " is claimed " + published.effective().getOrDefault(part, Keep.ABSENT)));
        }
    }

    /// What such a claim must look like.
    private static String shown(Keep claim, MessagePart part) {
        return switch (claim) {
            case EXACT, OPTIONAL -> "kept";
            case RESTARTED -> part == MessagePart.EXPIRY ? "restarted" : "not kept";
            case CONVERTED, LOST, ABSENT -> "not kept";
        };
    }

    private static String found(Message copy, ChannelDetails target, List<AttributeRole> roles) {
        for (AttributeRole role : roles) {
            var index = target.attributes().index(role);
            if (index.isPresent() && copy.attribute(index.getAsInt())
                    .equals(Optional.of(value(target.attributes().attributes().get(index.getAsInt()))))) {
                return role == AttributeRole.TIME_TO_LIVE ? "restarted" : "kept";
            }
        }
        return "not kept";
    }

    private static Attribute like(AttributeSchema target, AttributeRole role) {
        var index = target.index(role);
        return index.isPresent() ? target.attributes().get(index.getAsInt())
                : new Attribute(role.name(), role.name(), AttributeType.TEXT, role, true);
    }

    /// Small enough for a priority, long enough for an expiry.
    private static AttributeValue value(Attribute attribute) {
        long number = switch (attribute.role()) {
            case EXPIRES_AT -> 4_102_444_800_000L;
            case TIME_TO_LIVE -> 600_000;
            default -> 5;
        };
        return switch (attribute.type()) {
            case TEXT -> new AttributeValue.Text(Long.toString(number));
            case WHOLE -> new AttributeValue.Whole(number);
            case REAL -> new AttributeValue.Real(number);
            case FLAG -> new AttributeValue.Flag(true);
            case BINARY -> new AttributeValue.Binary(Bytes.utf8(Long.toString(number)));
        };
    }
}
