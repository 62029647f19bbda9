package dev.brokerscope.core.secret;

import java.util.Optional;

/// Asks the user for a secret. Called on any thread but never on that of the window; may take as long as the user does.
@FunctionalInterface
public interface SecretPrompt {

    /// Nobody to ask: no terminal, no window.
    SecretPrompt NOBODY = question -> Optional.empty();

    /// @param question `Passphrase of the vault`
    /// @return absent where there is nobody to ask, or the user declined; the caller wipes it
    Optional<char[]> ask(String question);
}
