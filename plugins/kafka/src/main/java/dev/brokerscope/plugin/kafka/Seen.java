package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.fault.Fault;
import java.util.Optional;
import java.util.function.Function;

/// Something the broker told, or the reason why it did not: partial rights must not fail the whole.
sealed interface Seen<T> {

    record Known<T>(T told) implements Seen<T> {}

    record Hidden<T>(Fault why) implements Seen<T> {}

    default Optional<T> value() {
        return switch (this) {
            case Known<T>(T told) -> Optional.of(told);
            case Hidden<T> _ -> Optional.empty();
        };
    }

    default Fact fact(Function<T, Fact> shown) {
        return switch (this) {
            case Known<T>(T told) -> shown.apply(told);
            case Hidden<T>(Fault why) -> new Fact.Absent(why.message());
        };
    }
}
