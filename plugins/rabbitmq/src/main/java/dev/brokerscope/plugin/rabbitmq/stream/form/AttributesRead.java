package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.AttributeValue.Binary;
import dev.brokerscope.api.message.AttributeValue.Flag;
import dev.brokerscope.api.message.AttributeValue.Text;
import dev.brokerscope.api.message.AttributeValue.Whole;
import dev.brokerscope.api.message.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects the attributes of one message.
final class AttributesRead {

    private final @Nullable AttributeValue[] values = new AttributeValue[StreamAttributes.SCHEMA.size()];
    private int used;

    void put(int index, AttributeValue value) {
        values[index] = value;
        used = Math.max(used, index + 1);
    }

    /// Without trailing absent ones.
    @Nullable
    AttributeValue[] toArray() {
        return Arrays.copyOf(values, used);
    }

    /// Durable, priority, time to live, first acquirer, delivery count.
    void header(AmqpIn in) throws NotAmqpException {
        int count = in.open(false);
        for (int i = 0; i < count; i++) {
            if (in.code() == AmqpIn.NULL) {
                in.take();
                continue;
            }
            switch (i) {
                case 0 -> put(StreamAttributes.DURABLE, new Flag(in.flag()));
                case 1 -> put(StreamAttributes.PRIORITY, new Whole(in.whole()));
                case 2 -> put(StreamAttributes.TIME_TO_LIVE, new Whole(in.whole()));
                case 3 -> put(StreamAttributes.FIRST_ACQUIRER, new Flag(in.flag()));
                case 4 -> put(StreamAttributes.DELIVERY_COUNT, new Whole(in.whole()));
                default -> throw new NotAmqpException("a header with " + count + " fields");
            }
        }
        demandEnd(in);
    }

    void properties(AmqpIn in) throws NotAmqpException {
        int count = in.open(false);
        for (int i = 0; i < count; i++) {
            if (in.code() == AmqpIn.NULL) {
                in.take();
            } else {
                property(i, in);
            }
        }
        demandEnd(in);
    }

    private void property(int field, AmqpIn in) throws NotAmqpException {
        switch (field) {
            case 0 -> id(in, StreamAttributes.MESSAGE_ID, StreamAttributes.MESSAGE_ID_TYPE);
            case 1 -> put(StreamAttributes.USER_ID, new Binary(Bytes.wrap(in.binary())));
            case 2 -> put(StreamAttributes.TO, new Text(in.text()));
            case 3 -> put(StreamAttributes.SUBJECT, new Text(in.text()));
            case 4 -> put(StreamAttributes.REPLY_TO, new Text(in.text()));
            case 5 -> id(in, StreamAttributes.CORRELATION_ID, StreamAttributes.CORRELATION_ID_TYPE);
            case 6 -> put(StreamAttributes.CONTENT_TYPE, new Text(in.text()));
            case 7 -> put(StreamAttributes.CONTENT_ENCODING, new Text(in.text()));
            case 8 -> put(StreamAttributes.EXPIRES_AT, new Whole(in.whole()));
            case 9 -> put(StreamAttributes.CREATED_AT, new Whole(in.whole()));
            case 10 -> put(StreamAttributes.GROUP_ID, new Text(in.text()));
            case 11 -> put(StreamAttributes.GROUP_SEQUENCE, new Whole(in.whole()));
            case 12 -> put(StreamAttributes.REPLY_TO_GROUP_ID, new Text(in.text()));
            default -> throw new NotAmqpException("more properties than AMQP 1.0 has");
        }
    }

    private void id(AmqpIn in, int index, int type) throws NotAmqpException {
        TypedId id = TypedId.read(in);
        put(index, new Text(id.text()));
        id.type().ifPresent(t -> put(type, new Text(t)));
    }

    /// The annotations that the server makes of AMQP 0-9-1's properties are shown as such; others stay as they are.
    void messageAnnotations(byte[] bytes, Sections sections) throws NotAmqpException {
        AmqpIn in = sections.in(bytes, Sections.MESSAGE_ANNOTATIONS);
        int count = in.open(true) / 2;
        boolean known = true;
        for (int i = 0; i < count; i++) {
            int keyCode = in.code();
            int attribute = keyCode == 0xa3 ? KnownAnnotations.attribute(in.text()) : -1;
            int code = in.more() ? in.code() : 0;
            if (attribute >= 0 && values[attribute] == null && (code == 0xa1 || code == 0xb1)) {
                put(attribute, new Text(in.text()));
            } else {
                known = false;
                if (keyCode != 0xa3) {
                    in.skip();
                }
                in.skip();
            }
        }
        demandEnd(in);
        if (!known || count == 0) {
            section(bytes, sections, Sections.MESSAGE_ANNOTATIONS, StreamAttributes.MESSAGE_ANNOTATIONS);
        }
    }

    /// As it is encoded.
    void section(byte[] bytes, Sections sections, int section, int attribute) {
        AmqpIn in = sections.in(bytes, section);
        put(attribute, new Binary(Bytes.wrap(in.copy(in.at(), in.end()))));
    }

    private static void demandEnd(AmqpIn in) throws NotAmqpException {
        if (in.more()) {
            throw new NotAmqpException("more than was counted");
        }
    }
}
