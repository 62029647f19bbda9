package dev.brokerscope.api.broker;

import java.util.Optional;

/// @param contains only names that contain it, ignoring case; empty for all
/// @param internal the broker's own channels too
/// @param counts message counts too, where they cost a request
/// @param limit at most so many items
/// @param continueAt the `next` of the page before
public record ListQuery(String contains, boolean internal, boolean counts, int limit, Optional<String> continueAt) {

    public static final ListQuery ALL = new ListQuery("", false, true, 10_000, Optional.empty());

    public ListQuery continuedAt(String token) {
        return new ListQuery(contains, internal, counts, limit, Optional.of(token));
    }
}
