package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.plugin.rabbitmq.stream.form.AttributesWritten.Fields;
import java.util.Optional;
import java.util.OptionalLong;

/// A message as a stream stores it. Anything that is not AMQP 1.0 is a value of bytes and goes back as it came.
public final class StreamForm {

    private final AttributesWritten source;
    private final boolean keepTimestamp;

    /// For writing; reading needs none.
    ///
    /// @param keepTimestamp whether a time that a producer of another broker set becomes the creation time
    public StreamForm(AttributeSchema source, boolean keepTimestamp) {
        this.source = new AttributesWritten(source);
        this.keepTimestamp = keepTimestamp;
    }

    public static Message read(int partition, long offset, long chunkTime, byte[] bytes) {
        Message.Builder message = Message.at(partition, 0, offset).timestamp(chunkTime, TimestampType.CHUNK);
        try {
            return read(message, bytes);
        } catch (NotAmqpException e) {
            AttributesRead attributes = new AttributesRead();
            attributes.put(StreamAttributes.BODY, new AttributeValue.Text(Body.RAW));
            return Message.at(partition, 0, offset).timestamp(chunkTime, TimestampType.CHUNK).value(bytes)
                    .attributes(attributes.toArray()).build();
        }
    }

    private static Message read(Message.Builder message, byte[] bytes) throws NotAmqpException {
        Sections sections = Sections.of(bytes);
        AttributesRead attributes = new AttributesRead();
        if (sections.has(Sections.HEADER)) {
            attributes.header(sections.in(bytes, Sections.HEADER));
        }
        if (sections.has(Sections.DELIVERY_ANNOTATIONS)) {
            attributes.section(bytes, sections, Sections.DELIVERY_ANNOTATIONS, StreamAttributes.DELIVERY_ANNOTATIONS);
        }
        if (sections.has(Sections.MESSAGE_ANNOTATIONS)) {
            attributes.messageAnnotations(bytes, sections);
        }
        if (sections.has(Sections.PROPERTIES)) {
            attributes.properties(sections.in(bytes, Sections.PROPERTIES));
        }
        if (sections.has(Sections.APPLICATION_PROPERTIES)) {
            message.headers(HeaderForm.read(sections.in(bytes, Sections.APPLICATION_PROPERTIES)));
        }
        Body body = sections.has(Sections.BODIES)
                ? Body.read(bytes, sections.from()[Sections.BODIES], sections.to()[Sections.BODIES]) : Body.none();
        body.kind().ifPresent(kind -> attributes.put(StreamAttributes.BODY, new AttributeValue.Text(kind)));
        body.parts().ifPresent(parts -> attributes.put(StreamAttributes.BODY_PARTS, new AttributeValue.Text(parts)));
        if (sections.has(Sections.FOOTER)) {
            attributes.section(bytes, sections, Sections.FOOTER, StreamAttributes.FOOTER);
        }
        return message.value(body.value().orElse(null)).attributes(attributes.toArray()).build();
    }

    public byte[] write(Message message) {
        Optional<String> kind = source.ours() ? source.text(message, StreamAttributes.BODY) : Optional.empty();
        if (kind.equals(Optional.of(Body.RAW))) {
            return message.value().map(Bytes::toArray).orElse(new byte[0]);
        }
        AmqpOut out = new AmqpOut(64 + Math.max(0, message.valueSize()));
        header(message, out);
        section(message, StreamAttributes.DELIVERY_ANNOTATIONS, Sections.DELIVERY_ANNOTATIONS, out);
        annotations(message, out);
        properties(message, out);
        if (!message.headers().isEmpty()) {
            out.section(Sections.descriptorOf(Sections.APPLICATION_PROPERTIES));
            HeaderForm.write(message.headers(), source.ours(), out);
        }
        Body.write(message.value(), kind,
                source.ours() ? source.text(message, StreamAttributes.BODY_PARTS) : Optional.empty(), out);
        section(message, StreamAttributes.FOOTER, Sections.FOOTER, out);
        return out.toArray();
    }

    private void header(Message message, AmqpOut out) {
        Fields fields = new Fields();
        flag(message, StreamAttributes.DURABLE, fields);
        OptionalLong priority = source.whole(message, StreamAttributes.PRIORITY);
        priority.ifPresent(value -> fields.out().code(0x50).number(value, 1));
        fields.next(priority.isPresent());
        uint(message, StreamAttributes.TIME_TO_LIVE, fields);
        flag(message, StreamAttributes.FIRST_ACQUIRER, fields);
        uint(message, StreamAttributes.DELIVERY_COUNT, fields);
        fields.writeTo(out, Sections.descriptorOf(Sections.HEADER));
    }

    private void annotations(Message message, AmqpOut out) {
        if (source.ours() && source.binary(message, StreamAttributes.MESSAGE_ANNOTATIONS).isPresent()) {
            section(message, StreamAttributes.MESSAGE_ANNOTATIONS, Sections.MESSAGE_ANNOTATIONS, out);
            return;
        }
        AmqpOut inside = new AmqpOut(128);
        int count = 0;
        for (KnownAnnotations known : KnownAnnotations.values()) {
            Optional<String> value = source.text(message, known.attribute());
            if (value.isPresent()) {
                inside.symbol(known.key()).text(value.get());
                count += 2;
            }
        }
        if (count > 0) {
            out.section(Sections.descriptorOf(Sections.MESSAGE_ANNOTATIONS)).compound(0xc1, count, inside);
        }
    }

    private void properties(Message message, AmqpOut out) {
        Fields fields = new Fields();
        id(message, StreamAttributes.MESSAGE_ID, StreamAttributes.MESSAGE_ID_TYPE, fields);
        Optional<Bytes> user = source.binary(message, StreamAttributes.USER_ID);
        user.ifPresent(value -> fields.out().sized(0xa0, value));
        fields.next(user.isPresent());
        text(message, StreamAttributes.TO, 0xa1, fields);
        text(message, StreamAttributes.SUBJECT, 0xa1, fields);
        text(message, StreamAttributes.REPLY_TO, 0xa1, fields);
        id(message, StreamAttributes.CORRELATION_ID, StreamAttributes.CORRELATION_ID_TYPE, fields);
        text(message, StreamAttributes.CONTENT_TYPE, 0xa3, fields);
        text(message, StreamAttributes.CONTENT_ENCODING, 0xa3, fields);
        time(source.time(message, StreamAttributes.EXPIRES_AT), fields);
        time(created(message), fields);
        text(message, StreamAttributes.GROUP_ID, 0xa1, fields);
        uint(message, StreamAttributes.GROUP_SEQUENCE, fields);
        text(message, StreamAttributes.REPLY_TO_GROUP_ID, 0xa1, fields);
        fields.writeTo(out, Sections.descriptorOf(Sections.PROPERTIES));
    }

    /// The server times messages anew. What a producer set is kept as a property.
    private OptionalLong created(Message message) {
        OptionalLong created = source.time(message, StreamAttributes.CREATED_AT);
        return created.isEmpty() && keepTimestamp && message.timestampType() == TimestampType.CREATE
                ? OptionalLong.of(message.timestamp()) : created;
    }

    private void id(Message message, int attribute, int type, Fields fields) {
        Optional<String> text = source.text(message, attribute);
        text.ifPresent(value -> new TypedId(value, source.text(message, type)).write(fields.out()));
        fields.next(text.isPresent());
    }

    private void text(Message message, int attribute, int code, Fields fields) {
        Optional<String> text = source.text(message, attribute);
        text.ifPresent(value -> fields.out().sized(code, Bytes.utf8(value)));
        fields.next(text.isPresent());
    }

    private void uint(Message message, int attribute, Fields fields) {
        OptionalLong number = source.whole(message, attribute);
        number.ifPresent(value -> fields.out().uint(Math.min(value, 0xffff_ffffL)));
        fields.next(number.isPresent());
    }

    private static void time(OptionalLong time, Fields fields) {
        time.ifPresent(value -> fields.out().code(0x83).number(value, 8));
        fields.next(time.isPresent());
    }

    private void flag(Message message, int attribute, Fields fields) {
        Optional<Boolean> flag = source.flag(message, attribute);
        flag.ifPresent(value -> fields.out().flag(value));
        fields.next(flag.isPresent());
    }

    private void section(Message message, int attribute, int section, AmqpOut out) {
        if (source.ours()) {
            source.binary(message, attribute)
                    .ifPresent(value -> out.section(Sections.descriptorOf(section)).raw(value));
        }
    }
}
