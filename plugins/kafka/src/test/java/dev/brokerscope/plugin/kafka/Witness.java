package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.HeaderType;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Octets;
import dev.brokerscope.kafka.testkit.StoredMessage;
import dev.brokerscope.kafka.testkit.TopicReader;
import java.util.List;
import java.util.Optional;

/// What a plain consumer finds in a topic, in the words of the contract.
record Witness(KafkaServer server) {

    List<Message> messages(String topic) {
        return TopicReader.of(server).messages(topic).stream().map(Witness::message).toList();
    }

    private static Message message(StoredMessage stored) {
        StoredMessage.Content content = stored.content();
        return Message.at(stored.partition(), 0, stored.offset())
                .timestamp(content.timestamp(), content.timestampType().equals("CreateTime")
                        ? TimestampType.CREATE : TimestampType.APPEND)
                .key(bytes(content.key())).value(bytes(content.value()))
                .headers(Headers.of(content.headers().stream()
                        .map(h -> new Header(Bytes.utf8(h.name()), HeaderType.BYTES, bytes(h.value()))).toList()))
                .build();
    }

    private static Optional<Bytes> bytes(Optional<Octets> octets) {
        return octets.map(o -> Bytes.wrap(o.toArray()));
    }
}
