package dev.brokerscope.api.channel;

import java.util.List;

/// A typed value of a channel's details, so that a view can format it.
public sealed interface Fact {

    record Text(String value) implements Fact {}

    /// @param unit for people, may be empty
    record Whole(long value, String unit) implements Fact {}

    record Real(double value) implements Fact {}

    record Flag(boolean value) implements Fact {}

    record ByteSize(long bytes) implements Fact {}

    /// Milliseconds since the epoch, UTC.
    record Time(long epochMillis) implements Fact {}

    record Span(long millis) implements Fact {}

    record Counted(Count count) implements Fact {}

    record Listing(List<Fact> values) implements Fact {}

    /// Not known, and why: "the principal may not describe configs".
    record Absent(String why) implements Fact {}
}
