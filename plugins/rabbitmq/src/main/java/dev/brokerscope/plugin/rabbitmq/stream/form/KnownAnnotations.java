package dev.brokerscope.plugin.rabbitmq.stream.form;

/// The annotations that RabbitMQ adds where a message came by AMQP 0-9-1.
enum KnownAnnotations {
    EXCHANGE("x-exchange", StreamAttributes.EXCHANGE), ROUTING_KEY("x-routing-key", StreamAttributes.ROUTING_KEY),
    TYPE("x-basic-type", StreamAttributes.TYPE), APP_ID("x-basic-app-id", StreamAttributes.APP_ID);

    private final String key;
    private final int attribute;

    KnownAnnotations(String key, int attribute) {
        this.key = key;
        this.attribute = attribute;
    }

    String key() {
        return key;
    }

    int attribute() {
        return attribute;
    }

    /// -1 for others.
    static int attribute(String key) {
        for (KnownAnnotations known : values()) {
            if (known.key.equals(key)) {
                return known.attribute;
            }
        }
        return -1;
    }
}
