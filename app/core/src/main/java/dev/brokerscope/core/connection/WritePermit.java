package dev.brokerscope.core.connection;

import java.util.Optional;

/// What the user said about writing: nothing is written without it.
///
/// @param unlocked said for this run or window: `--write`, or the window's unlock
/// @param typedName typed by hand, which production asks for
/// @param purpose for the audit log: `restore of backup.msgdb`
public record WritePermit(boolean unlocked, Optional<String> typedName, String purpose) {

    public static WritePermit none(String purpose) {
        return new WritePermit(false, Optional.empty(), purpose);
    }

    public static WritePermit unlocked(String purpose) {
        return new WritePermit(true, Optional.empty(), purpose);
    }

    public WritePermit typed(String name) {
        return new WritePermit(unlocked, Optional.of(name), purpose);
    }
}
