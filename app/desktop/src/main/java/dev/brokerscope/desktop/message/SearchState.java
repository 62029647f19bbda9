package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.Fault;
import java.util.Set;

/// What a search is doing.
public sealed interface SearchState {

    /// Nothing was asked yet.
    record Idle() implements SearchState {}

    record Running() implements SearchState {}

    /// The page is full, or the result has ended.
    record Done() implements SearchState {}

    /// A person ended it; what was found stays.
    record Stopped() implements SearchState {}

    /// What was found until then stays.
    record Failed(Fault fault) implements SearchState {}

    /// The channel is only sent to.
    record NotReadable() implements SearchState {}

    /// Reading would change something on the broker, and nobody agreed yet.
    record NeedsConsent(Set<Impact> impacts) implements SearchState {}
}
