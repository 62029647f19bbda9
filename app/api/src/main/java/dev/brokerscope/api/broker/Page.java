package dev.brokerscope.api.broker;

import java.util.List;
import java.util.Optional;

/// A part of a listing; `next` continues it.
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
