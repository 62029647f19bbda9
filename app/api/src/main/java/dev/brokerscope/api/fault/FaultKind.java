package dev.brokerscope.api.fault;

/// What went wrong in one word: it decides the exit code, and who can mend it.
public enum FaultKind {
    /// The words given make no sense: unknown option, malformed time.
    USAGE,
    /// A declared setting is missing or malformed.
    INVALID_SETTINGS,
    UNREACHABLE, TIMEOUT, TLS, AUTHENTICATION, NOT_AUTHORISED, NOT_FOUND, ALREADY_EXISTS,
    /// This broker, channel or format cannot do it.
    UNSUPPORTED,
    /// A guard said no: read-only, missing consent, non-empty target, an existing output.
    REFUSED,
    /// The position asked for is no longer (or not yet) there.
    POSITION_GONE,
    TOO_LARGE,
    /// The broker took the request and declined it.
    REJECTED, THROTTLED,
    /// Something went away while it was being read; what was read is kept.
    INCOMPLETE,
    /// Damage: an archive, a file or an answer is not what it must be.
    CORRUPT,
    WRONG_KEY,
    /// Another process holds it.
    LOCKED, DISK_FULL,
    /// A folder or file cannot be read or written.
    FILE_ACCESS, CANCELLED, CLOSED,
    /// A plugin could not be loaded or broke its contract.
    PLUGIN,
    /// A defect of ours.
    INTERNAL
}
