package dev.brokerscope.core.restore;

import dev.brokerscope.archive.Verification;
import java.util.Optional;

/// How a restore makes sure.
///
/// @param verify how thoroughly the archive is checked before anything is created; absent for its manifest only
/// @param compare whether the target is read back and compared
public record Care(Optional<Verification.Level> verify, boolean compare) {

    public static final Care STANDARD = new Care(Optional.of(Verification.Level.FULL), true);

    public Care verifying(Optional<Verification.Level> level) {
        return new Care(level, compare);
    }

    public Care comparing(boolean compared) {
        return new Care(verify, compared);
    }
}
