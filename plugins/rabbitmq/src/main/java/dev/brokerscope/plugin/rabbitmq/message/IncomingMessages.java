package dev.brokerscope.plugin.rabbitmq.message;

import static dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes.SCHEMA;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Delivery;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes messages of deliveries. The client library loses the order of headers: they are sorted by name.
///
/// @param countsDeliveries whether the queue adds the header `x-delivery-count` by itself
public record IncomingMessages(boolean countsDeliveries) {

    private static final String DELIVERY_COUNT = "x-delivery-count";
    private static final int PERSISTENT = 2;

    public Message read(Delivery delivery, long ordinal) {
        BasicProperties properties = delivery.getProperties();
        Map<String, Object> table = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        Optional<Mark> marked = Optional.ofNullable(table.get(Mark.HEADER)).flatMap(Mark::read);
        Mark mark = marked.orElse(Mark.NONE);
        Message.Builder message = Message.at(0, 0, ordinal).key(mark.key())
                .value(mark.noValue() ? null : delivery.getBody())
                .headers(headers(table, marked.isPresent())).attributes(attributes(delivery, table));
        Date time = properties.getTimestamp();
        if (mark.time().isPresent()) {
            Mark.Time exact = mark.time().get();
            message.timestamp(exact.millis(), exact.type()).nanos(exact.nanos());
        } else if (time != null) {
            message.timestamp(time.getTime(), TimestampType.CREATE);
        }
        return message.build();
    }

    private Headers headers(Map<String, Object> table, boolean marked) {
        List<Header> headers = new ArrayList<>(table.size());
        new TreeMap<>(table).forEach((name, value) -> {
            if (!(marked && name.equals(Mark.HEADER)) && !(countsDeliveries && name.equals(DELIVERY_COUNT))) {
                FieldValues.Typed typed = FieldValues.read(value);
                headers.add(new Header(Bytes.utf8(name), typed.type(), typed.bytes()));
            }
        });
        return headers.isEmpty() ? Headers.NONE : Headers.of(headers);
    }

    private @Nullable AttributeValue[] attributes(Delivery delivery, Map<String, Object> table) {
        BasicProperties properties = delivery.getProperties();
        @Nullable
        AttributeValue[] values = new AttributeValue[SCHEMA.size()];
        values[RabbitAttributes.EXCHANGE] = text(delivery.getEnvelope().getExchange());
        values[RabbitAttributes.ROUTING_KEY] = text(delivery.getEnvelope().getRoutingKey());
        values[RabbitAttributes.REDELIVERED] = new AttributeValue.Flag(delivery.getEnvelope().isRedeliver());
        if (countsDeliveries && table.get(DELIVERY_COUNT) instanceof Number count) {
            values[RabbitAttributes.DELIVERY_COUNT] = new AttributeValue.Whole(count.longValue());
        }
        values[RabbitAttributes.CONTENT_TYPE] = text(properties.getContentType());
        values[RabbitAttributes.CONTENT_ENCODING] = text(properties.getContentEncoding());
        values[RabbitAttributes.PERSISTENT] = properties.getDeliveryMode() == null ? null
                : new AttributeValue.Flag(properties.getDeliveryMode() == PERSISTENT);
        values[RabbitAttributes.PRIORITY] = properties.getPriority() == null ? null
                : new AttributeValue.Whole(properties.getPriority());
        values[RabbitAttributes.CORRELATION_ID] = text(properties.getCorrelationId());
        values[RabbitAttributes.REPLY_TO] = text(properties.getReplyTo());
        values[RabbitAttributes.EXPIRATION] = text(properties.getExpiration());
        values[RabbitAttributes.MESSAGE_ID] = text(properties.getMessageId());
        values[RabbitAttributes.TYPE] = text(properties.getType());
        values[RabbitAttributes.USER_ID] = text(properties.getUserId());
        values[RabbitAttributes.APP_ID] = text(properties.getAppId());
        values[RabbitAttributes.CLUSTER_ID] = text(properties.getClusterId());
        values[RabbitAttributes.DEATH] = text(DeathWords.of(table.get(DeathWords.HEADER)).orElse(null));
        return values;
    }

    private static @Nullable AttributeValue text(@Nullable String value) {
        return value == null ? null : new AttributeValue.Text(value);
    }
}
