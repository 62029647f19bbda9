package dev.brokerscope.archive.crypt;

import java.security.SecureRandom;

/// What a new archive is locked with: each lock gets a slot, and any of them opens it.
public sealed interface SlotLock {

    /// Iterations of PBKDF2-HMAC-SHA-256 for new slots: what OWASP recommends (2023).
    int ITERATIONS = 600_000;

    /// @param salt shared by the volumes of one job, so that its key is made once
    record ByPassphrase(PassphraseKey key, byte[] salt, int iterations) implements SlotLock {}

    record ForRecipient(Recipient recipient) implements SlotLock {}

    record ByFile(FileKey key) implements SlotLock {}

    static SlotLock passphrase(char[] passphrase) {
        return passphrase(passphrase, ITERATIONS);
    }

    static SlotLock passphrase(char[] passphrase, int iterations) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new ByPassphrase(new PassphraseKey(passphrase), salt, iterations);
    }
}
