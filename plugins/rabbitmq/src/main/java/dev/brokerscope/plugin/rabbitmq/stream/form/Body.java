package dev.brokerscope.plugin.rabbitmq.stream.form;

import dev.brokerscope.api.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The body of a message: usually plain data, but AMQP 1.0 knows values of any type and sequences too.
///
/// @param value absent for a null value and where there is no body
/// @param kind absent for plain data and for the null value; else one of the words here
/// @param parts the sizes of several data sections, where there are several
record Body(Optional<byte[]> value, Optional<String> kind, Optional<String> parts) {

    /// A string: its text.
    static final String TEXT = "text";
    /// Binary, but not as data: its bytes.
    static final String BINARY = "binary";
    /// Any other value: as AMQP 1.0 encodes it.
    static final String VALUE = "value";
    /// As AMQP 1.0 encodes the sections.
    static final String SEQUENCE = "sequence";
    /// There is none.
    static final String NONE = "none";
    /// The message is none of AMQP 1.0: all its bytes.
    static final String RAW = "raw";

    private static final int DATA_SECTION = 0x75;
    private static final int SEQUENCE_SECTION = 0x76;
    private static final int VALUE_SECTION = 0x77;
    private static final Body EMPTY = new Body(Optional.empty(), Optional.of(NONE), Optional.empty());

    static Body none() {
        return EMPTY;
    }

    static boolean isBody(int descriptor) {
        return descriptor >= DATA_SECTION && descriptor <= VALUE_SECTION;
    }

    static Body raw(byte[] bytes) {
        return new Body(Optional.of(bytes), Optional.of(RAW), Optional.empty());
    }

    /// @param from where the first body section begins
    static Body read(byte[] bytes, int from, int to) throws NotAmqpException {
        AmqpIn in = new AmqpIn(bytes, from, to);
        int descriptor = Sections.descriptor(in);
        return switch (descriptor) {
            case DATA_SECTION -> data(in);
            case SEQUENCE_SECTION -> sequence(in, from, to);
            case VALUE_SECTION -> value(in, to);
            default -> throw new NotAmqpException("no body: " + descriptor);
        };
    }

    private static Body data(AmqpIn in) throws NotAmqpException {
        byte[] first = in.binary();
        if (!in.more()) {
            return new Body(Optional.of(first), Optional.empty(), Optional.empty());
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        List<Integer> sizes = new ArrayList<>(List.of(first.length));
        while (in.more()) {
            if (Sections.descriptor(in) != DATA_SECTION) {
                throw new NotAmqpException("bodies of two kinds");
            }
            byte[] next = in.binary();
            all.writeBytes(next);
            sizes.add(next.length);
        }
        return new Body(Optional.of(all.toByteArray()), Optional.empty(),
                Optional.of(sizes.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }

    private static Body sequence(AmqpIn in, int from, int to) throws NotAmqpException {
        in.skip();
        while (in.more()) {
            if (Sections.descriptor(in) != SEQUENCE_SECTION) {
                throw new NotAmqpException("bodies of two kinds");
            }
            in.skip();
        }
        return new Body(Optional.of(in.copy(from, to)), Optional.of(SEQUENCE), Optional.empty());
    }

    private static Body value(AmqpIn in, int to) throws NotAmqpException {
        int from = in.at();
        int code = in.code();
        if (code == 0xa1 || code == 0xb1) {
            in.take();
            return last(in, new Body(Optional.of(in.raw(in.length(code))), Optional.of(TEXT), Optional.empty()));
        }
        if (code == 0xa0 || code == 0xb0) {
            return last(in, new Body(Optional.of(in.binary()), Optional.of(BINARY), Optional.empty()));
        }
        in.skip();
        return last(in, code == AmqpIn.NULL ? new Body(Optional.empty(), Optional.empty(), Optional.empty())
                : new Body(Optional.of(in.copy(from, to)), Optional.of(VALUE), Optional.empty()));
    }

    private static Body last(AmqpIn in, Body body) throws NotAmqpException {
        if (in.more()) {
            throw new NotAmqpException("two values");
        }
        return body;
    }

    /// Values that were changed since may no longer be what the kind says: then they become data.
    static void write(Optional<Bytes> value, Optional<String> kind, Optional<String> parts, AmqpOut out) {
        if (value.isEmpty()) {
            if (!kind.equals(Optional.of(NONE))) {
                out.section(VALUE_SECTION).nothing();
            }
            return;
        }
        Bytes bytes = value.get();
        switch (kind.orElse("")) {
            case TEXT -> out.section(VALUE_SECTION).sized(bytes.isUtf8() ? 0xa1 : 0xa0, bytes);
            case BINARY -> out.section(VALUE_SECTION).sized(0xa0, bytes);
            case VALUE -> {
                if (isOneValue(bytes)) {
                    out.section(VALUE_SECTION).raw(bytes);
                } else {
                    data(bytes, Optional.empty(), out);
                }
            }
            case SEQUENCE -> {
                if (isSequence(bytes)) {
                    out.raw(bytes);
                } else {
                    data(bytes, Optional.empty(), out);
                }
            }
            default -> data(bytes, parts, out);
        }
    }

    private static void data(Bytes bytes, Optional<String> parts, AmqpOut out) {
        int at = 0;
        for (int size : sizes(parts, bytes.size())) {
            out.section(DATA_SECTION).sized(0xa0, bytes.slice(at, at + size));
            at += size;
        }
    }

    private static List<Integer> sizes(Optional<String> parts, int whole) {
        if (parts.isEmpty() || !parts.get().matches("\\d{1,9}(,\\d{1,9})+")) {
            return List.of(whole);
        }
        List<Integer> sizes = new ArrayList<>();
        long sum = 0;
        for (String part : parts.get().split(",", -1)) {
            sizes.add(Integer.parseInt(part));
            sum += sizes.getLast();
        }
        return sum == whole ? sizes : List.of(whole);
    }

    static boolean isOneValue(Bytes bytes) {
        try {
            AmqpIn in = new AmqpIn(bytes.toArray(), 0, bytes.size());
            in.skip();
            return !in.more();
        } catch (NotAmqpException e) {
            return false;
        }
    }

    private static boolean isSequence(Bytes bytes) {
        try {
            return read(bytes.toArray(), 0, bytes.size()).kind().equals(Optional.of(SEQUENCE));
        } catch (NotAmqpException e) {
            return false;
        }
    }
}
