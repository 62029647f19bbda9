package dev.brokerscope.core.query;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.message.Position;

/// One row of a result: a message, or a gap where messages could have been.
public sealed interface Entry {

    Position position();

    record Message(dev.brokerscope.api.message.Message message) implements Entry {
        @Override
        public Position position() {
            return message.position();
        }
    }

    record Gap(CursorEvent.Gap gap) implements Entry {
        @Override
        public Position position() {
            return gap.from();
        }
    }

    /// Bytes held in memory, roughly.
    default long weight() {
        return switch (this) {
            case Message(var m) ->
                    200L + Math.max(0, m.keySize()) + Math.max(0, m.valueSize()) + 64L * m.headers().size();
            case Gap gap -> 100;
        };
    }
}
