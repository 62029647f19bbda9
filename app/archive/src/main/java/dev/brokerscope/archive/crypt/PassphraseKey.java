package dev.brokerscope.archive.crypt;

import dev.brokerscope.api.message.Bytes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A passphrase. What is slowly made of it is kept as long as it lives: the volumes of a set share salts.
public final class PassphraseKey implements ArchiveKey {

    private record Made(Bytes salt, int iterations) {}

    private final char[] passphrase;
    private final Map<Made, byte[]> made = new HashMap<>();

    /// @param passphrase copied
    public PassphraseKey(char[] passphrase) {
        this.passphrase = passphrase.clone();
    }

    /// Takes a moment the first time, for one salt.
    synchronized byte[] wrapping(byte[] salt, int iterations) {
        return made.computeIfAbsent(new Made(Bytes.wrap(salt), iterations),
                _ -> Derivation.pbkdf2(passphrase, salt, iterations)).clone();
    }

    @Override
    public synchronized void close() {
        Arrays.fill(passphrase, '\0');
        made.values().forEach(k -> Arrays.fill(k, (byte) 0));
        made.clear();
    }
}
