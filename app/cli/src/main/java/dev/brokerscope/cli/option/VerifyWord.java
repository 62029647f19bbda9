package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Verification;
import java.util.Optional;

/// How the command line writes the level of a check.
public final class VerifyWord {

    private VerifyWord() {}

    /// @return absent for `none`
    /// @throws FaultException of kind `USAGE` for any other word
    public static Optional<Verification.Level> parse(String word) throws FaultException {
        return switch (word) {
            case "none" -> Optional.empty();
            case "quick" -> Optional.of(Verification.Level.QUICK);
            case "full" -> Optional.of(Verification.Level.FULL);
            case "deep" -> Optional.of(Verification.Level.DEEP);
            default -> throw new FaultException(FaultKind.USAGE, "verify.level",
                    "--verify takes quick, full, deep or none, not \"" + word + "\".", "");
        };
    }
}
