package dev.brokerscope.plugin.rabbitmq.message;

import com.rabbitmq.client.AMQP.BasicProperties;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeRole;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.io.IOException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes properties and headers of messages, of ours or of another broker's. What AMQP cannot say is refused for its own
/// message, before it could take the channel down for all.
///
/// @param user as whom we publish: the property `user-id` of another one is refused by the server
/// @param copies whether the headers `CC` and `BCC` may send copies elsewhere, as they do on an exchange
/// @param frameSize what a message's properties and headers must fit into, in bytes; 0 for no limit
public record OutgoingMessages(Optional<String> user, boolean copies, boolean keepTimestamp, int frameSize) {

    private static final Set<String> COPYING = Set.of("CC", "BCC");
    private static final int PERSISTENT = 2;
    private static final int HIGHEST_PRIORITY = 255;

    /// @throws FaultException with the reason, which concerns this message alone
    public BasicProperties write(Message message, AttributeSchema source) throws FaultException {
        boolean ours = source.equals(RabbitAttributes.SCHEMA);
        BasicProperties.Builder properties = new BasicProperties.Builder();
        Map<String, Object> headers = headers(message, ours);
        if (!headers.isEmpty()) {
            properties.headers(headers);
        }
        if (keepTimestamp && message.timestampType() != TimestampType.NONE && message.timestamp() >= 0) {
            properties.timestamp(new Date(message.timestamp()));
        }
        texts(properties, message, source);
        durability(message, source).ifPresentOrElse(
                persistent -> properties.deliveryMode(persistent ? PERSISTENT : 1),
                () -> properties.deliveryMode(ours ? null : PERSISTENT));
        RabbitAttributes.find(message, source, AttributeRole.PRIORITY).ifPresent(value -> {
            if (value instanceof AttributeValue.Whole(long number) && number >= 0 && number <= HIGHEST_PRIORITY) {
                properties.priority((int) number);
            }
        });
        return checked(properties.build(), message);
    }

    private void texts(BasicProperties.Builder properties, Message message, AttributeSchema source) {
        text(message, source, AttributeRole.CONTENT_TYPE).ifPresent(properties::contentType);
        text(message, source, AttributeRole.CONTENT_ENCODING).ifPresent(properties::contentEncoding);
        text(message, source, AttributeRole.CORRELATION_ID).ifPresent(properties::correlationId);
        text(message, source, AttributeRole.REPLY_TO).ifPresent(properties::replyTo);
        text(message, source, AttributeRole.MESSAGE_ID).ifPresent(properties::messageId);
        text(message, source, AttributeRole.TYPE).ifPresent(properties::type);
        text(message, source, AttributeRole.APP_ID).ifPresent(properties::appId);
        text(message, source, AttributeRole.USER_ID).filter(u -> Optional.of(u).equals(user))
                .ifPresent(properties::userId);
        text(message, source, AttributeRole.TIME_TO_LIVE).filter(t -> t.matches("\\d{1,10}"))
                .ifPresent(properties::expiration);
        if (source.equals(RabbitAttributes.SCHEMA)
                && message.attribute(RabbitAttributes.CLUSTER_ID).orElse(
                        null) instanceof AttributeValue.Text(String id)) {
            properties.clusterId(id);
        }
    }

    private static Optional<String> text(Message message, AttributeSchema source, AttributeRole role) {
        return RabbitAttributes.text(message, source, role);
    }

    private static Optional<Boolean> durability(Message message, AttributeSchema source) {
        return RabbitAttributes.find(message, source, AttributeRole.DURABLE)
                .filter(AttributeValue.Flag.class::isInstance).map(f -> ((AttributeValue.Flag) f).value());
    }

    private Map<String, Object> headers(Message message, boolean ours) throws FaultException {
        Map<String, Object> table = new LinkedHashMap<>();
        for (int i = 0; i < message.headers().size(); i++) {
            Header header = message.headers().get(i);
            Optional<FaultException> certain = refusal(header);
            if (certain.isPresent()) {
                throw certain.get();
            }
            String name = header.nameText();
            try {
                table.put(name, FieldValues.write(header.type(), header.value(), ours));
            } catch (IllegalArgumentException | java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
                throw refused("the header " + name + " cannot be written, " + e.getMessage());
            }
            if (COPYING.contains(name) && !(table.get(name) instanceof List)) {
                throw refused("the header " + name + " is no list of routing keys");
            }
        }
        Mark mark = Mark.of(message, keepTimestamp);
        if (!mark.isNone()) {
            table.put(Mark.HEADER, mark.table());
        }
        return table;
    }

    /// Why a message will be refused, as far as that can be told of any message.
    public Optional<FaultException> refusal(Message message) {
        return message.headers().list().stream().flatMap(h -> refusal(h).stream()).findFirst();
    }

    private Optional<FaultException> refusal(Header header) {
        if (!header.name().isUtf8()) {
            return Optional.of(refused("a header's name is not text"));
        }
        return COPYING.contains(header.nameText()) && !copies
                ? Optional.of(refused("its header " + header.nameText() + " would send copies to other queues"))
                : Optional.empty();
    }

    /// The client library counts a message before it finds that it cannot be written; so find out first.
    private BasicProperties checked(BasicProperties properties, Message message) throws FaultException {
        try {
            int size = properties.toFrame(1, Math.max(0, message.valueSize())).size();
            if (frameSize > 0 && size > frameSize) {
                throw refused("its headers have " + size + " bytes, the server takes " + frameSize);
            }
            return properties;
        } catch (IllegalArgumentException | IOException e) {
            throw refused("a name or property is too long, " + e.getMessage());
        }
    }

    private static FaultException refused(String why) {
        return new FaultException(FaultKind.REJECTED, "rabbitmq.message-refused",
                "The message cannot be published: " + why + ".", "Leave it out, or mask what is in the way.");
    }

    /// The body; a message without a value has an empty one.
    public static byte[] body(Message message) {
        return message.value().orElse(Bytes.EMPTY).toArray();
    }
}
