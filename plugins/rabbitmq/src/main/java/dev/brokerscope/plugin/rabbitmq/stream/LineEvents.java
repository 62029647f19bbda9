package dev.brokerscope.plugin.rabbitmq.stream;

/// What comes without being asked for. Called on threads of the client library; must be quick.
interface LineEvents {

    LineEvents NONE = new LineEvents() {};

    default void chunk(int subscription, Chunk chunk) {
        // nobody reads here
    }

    default void confirmed(long publishingId) {
        // nobody writes here
    }

    /// @param code why, as the protocol has it
    default void refused(long publishingId, short code) {
        // nobody writes here
    }

    /// The stream was deleted, or moved to another server.
    default void moved() {
        // who needs it will find out
    }

    /// The connection ended, and not through us.
    default void ended() {
        // who needs it will find out
    }
}
