package dev.brokerscope.api.channel;

/// What a restore does with a part of a message.
public enum Keep {
    EXACT,
    /// Kept if asked for.
    OPTIONAL,
    /// Kept in another form.
    CONVERTED,
    /// Begins anew, as a time to live does.
    RESTARTED, LOST,
    /// The broker has no such concept.
    ABSENT
}
