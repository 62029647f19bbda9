package dev.brokerscope.plugin.rabbitmq.stream;

/// What a stream holds: from the first offset to the one behind its last message. Both are 0 where it never had one.
record StreamBounds(long first, long end) {

    static final StreamBounds EMPTY = new StreamBounds(0, 0);
}
