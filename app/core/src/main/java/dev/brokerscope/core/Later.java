package dev.brokerscope.core;

import java.util.Optional;
import java.util.function.Supplier;

/// A part that is made when first asked for, once. Any thread.
final class Later<T> {

    private final Supplier<T> maker;
    private Optional<T> part = Optional.empty();

    Later(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (part.isEmpty()) {
            part = Optional.of(maker.get());
        }
        return part.get();
    }

    synchronized boolean made() {
        return part.isPresent();
    }
}
