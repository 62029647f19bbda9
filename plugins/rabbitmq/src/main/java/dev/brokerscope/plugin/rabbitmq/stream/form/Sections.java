package dev.brokerscope.plugin.rabbitmq.stream.form;

/// Where the sections of a message stand: `from` and `to` by descriptor from the header on. Bodies count as one.
record Sections(int[] from, int[] to) {

    static final int HEADER = 0;
    static final int DELIVERY_ANNOTATIONS = 1;
    static final int MESSAGE_ANNOTATIONS = 2;
    static final int PROPERTIES = 3;
    static final int APPLICATION_PROPERTIES = 4;
    /// With their descriptors, other than the rest.
    static final int BODIES = 5;
    static final int FOOTER = 6;

    private static final int FIRST_DESCRIPTOR = 0x70;
    private static final int FOOTER_DESCRIPTOR = 0x78;

    static int descriptorOf(int section) {
        return section == FOOTER ? FOOTER_DESCRIPTOR : FIRST_DESCRIPTOR + section;
    }

    /// @throws NotAmqpException also where sections stand in another order than AMQP 1.0 wants
    static Sections of(byte[] bytes) throws NotAmqpException {
        Sections sections = new Sections(new int[FOOTER + 1], new int[FOOTER + 1]);
        AmqpIn in = new AmqpIn(bytes, 0, bytes.length);
        int before = -1;
        while (in.more()) {
            int begins = in.at();
            int descriptor = descriptor(in);
            int value = in.at();
            in.skip();
            boolean body = Body.isBody(descriptor);
            int section = body ? BODIES : descriptor == FOOTER_DESCRIPTOR ? FOOTER : descriptor - FIRST_DESCRIPTOR;
            if (section < 0 || section > FOOTER || section < before || section == before && !body) {
                throw new NotAmqpException("section " + descriptor + " where none may be");
            }
            if (section != before) {
                sections.from[section] = body ? begins : value;
            }
            sections.to[section] = in.at();
            before = section;
        }
        if (before < 0) {
            throw new NotAmqpException("no section at all");
        }
        return sections;
    }

    boolean has(int section) {
        return to[section] > 0;
    }

    AmqpIn in(byte[] bytes, int section) {
        return new AmqpIn(bytes, from[section], to[section]);
    }

    /// Of the section that follows.
    static int descriptor(AmqpIn in) throws NotAmqpException {
        if (in.take() != 0) {
            throw new NotAmqpException("no section");
        }
        int code = in.take();
        long descriptor = code == 0x53 ? in.unsigned(1) : code == 0x80 ? in.unsigned(8) : -1;
        if (descriptor < FIRST_DESCRIPTOR || descriptor > FOOTER_DESCRIPTOR) {
            throw new NotAmqpException("no section: " + descriptor);
        }
        return (int) descriptor;
    }
}
