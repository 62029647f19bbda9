package dev.brokerscope.cli.output;

import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.job.Outcome;

/// How a command ended, for scripts: a contract. Where several apply, the one declared first wins.
public enum ExitCode {
    TERMINATED(143, "ended by SIGTERM; what was written is valid and can be resumed"),
    INTERRUPTED(130, "ended by SIGINT (Ctrl-C); what was written is valid and can be resumed"),
    WRONG_KEY(12, "a key or passphrase does not open what it should"),
    LOCKED(11, "another process holds the archive or folder"),
    NO_CONNECTION(13, "the broker or registry cannot be reached, or does not let us in"),
    DISK_FULL(14, "the disk is full; what was written is valid"),
    DAMAGED(4, "an archive or file is damaged, foreign, or of a newer format"),
    DIFFERENT(6, "differences were found"),
    INCOMPLETE(3, "something could not be read or kept; standard error says what"),
    MISSING(10, "a file, channel or connection does not exist"),
    REFUSED(5, "a guard refused: read-only, no consent, an existing output, a folder that cannot be written"),
    USAGE(2, "the command line or a setting makes no sense"),
    FAILED(1, "it failed for another reason"),
    DONE(0, "done");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    /// For the reference.
    public String meaning() {
        return meaning;
    }

    /// Of two that apply, the one that counts.
    public ExitCode or(ExitCode other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public static ExitCode of(FaultKind kind) {
        return switch (kind) {
            case USAGE, INVALID_SETTINGS -> USAGE;
            case UNREACHABLE, TIMEOUT, TLS, AUTHENTICATION, NOT_AUTHORISED -> NO_CONNECTION;
            case NOT_FOUND, POSITION_GONE -> MISSING;
            case REFUSED, ALREADY_EXISTS, FILE_ACCESS -> REFUSED;
            case INCOMPLETE -> INCOMPLETE;
            case CORRUPT -> DAMAGED;
            case WRONG_KEY -> WRONG_KEY;
            case LOCKED -> LOCKED;
            case DISK_FULL -> DISK_FULL;
            case CANCELLED -> INTERRUPTED;
            case UNSUPPORTED, TOO_LARGE, REJECTED, THROTTLED, CLOSED, PLUGIN, INTERNAL -> FAILED;
        };
    }

    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> DONE;
            case INCOMPLETE -> INCOMPLETE;
            case DIFFERENT -> DIFFERENT;
            case DAMAGED -> DAMAGED;
        };
    }
}
