package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a stream allows: it is a log that reading does nothing to.
final class StreamProfile {

    private static final List<Caveat> CAVEATS = List.of(
            new Caveat("chunk-times", "A stream keeps one time for a whole chunk of messages: a start or an end by time"
                    + " falls between two chunks."),
            new Caveat("restored-times", "The server times restored messages anew; a time that a producer of another"
                    + " broker set becomes the property creation-time."),
            new Caveat("headers",
                    "Headers are AMQP 1.0's application properties: each name once, the last value counts."
                            + " A decimal of more than 34 digits becomes text."),
            new Caveat("notes",
                    "The server notes how far consumers have come in the stream itself: such an offset holds"
                            + " no message."),
            new Caveat("counts", "What RabbitMQ tells as the number of messages is late and counts its own notes."));

    private static final Caveat PARTITIONS = new Caveat("partitions",
            "The partitions of a super stream are streams of their own, each with its own order.");

    private StreamProfile() {}

    static ChannelProfile of(boolean superStream) {
        List<Caveat> caveats = new ArrayList<>(CAVEATS);
        if (superStream) {
            caveats.add(PARTITIONS);
        }
        return new ChannelProfile(Set.of(Impact.TRANSIENT_CONSUMER), EnumSet.allOf(StartKind.class), EndKind.POSITION,
                PositionKind.STABLE, true, OrderScope.PARTITION, Completeness.COMPLETE, keeps(), caveats);
    }

    static Map<MessagePart, Keep> keeps() {
        Map<MessagePart, Keep> keeps = new EnumMap<>(MessagePart.class);
        for (MessagePart part : List.of(MessagePart.VALUE, MessagePart.NULL_VALUE, MessagePart.HEADERS,
                MessagePart.HEADER_ORDER, MessagePart.HEADER_TYPES, MessagePart.PARTITION, MessagePart.ORDER,
                MessagePart.MESSAGE_ID, MessagePart.PRIORITY, MessagePart.EXPIRY, MessagePart.ROUTING,
                MessagePart.DELIVERY_COUNT)) {
            keeps.put(part, Keep.EXACT);
        }
        keeps.put(MessagePart.HEADER_DUPLICATES, Keep.LOST);
        keeps.put(MessagePart.TIMESTAMP, Keep.CONVERTED);
        keeps.put(MessagePart.POSITION, Keep.LOST);
        keeps.put(MessagePart.PRODUCER_STATE, Keep.LOST);
        return keeps;
    }
}
