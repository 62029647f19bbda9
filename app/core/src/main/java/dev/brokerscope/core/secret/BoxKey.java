package dev.brokerscope.core.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// A key made of a passphrase, slowly on purpose: kept for the life of the process, so that it is made once.
final class BoxKey {

    static final String KDF = "PBKDF2WithHmacSHA256";

    /// What OWASP recommends for this function (2023).
    static final int ITERATIONS = 600_000;

    private final byte[] salt;
    private final int iterations;
    private final SecretKeySpec key;

    private BoxKey(byte[] salt, int iterations, SecretKeySpec key) {
        this.salt = salt;
        this.iterations = iterations;
        this.key = key;
    }

    static BoxKey fresh(char[] passphrase, int iterations) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return of(passphrase, salt, iterations);
    }

    static BoxKey of(char[] passphrase, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance(KDF).generateSecret(spec).getEncoded();
            return new BoxKey(salt.clone(), iterations, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 belongs to every Java", e);
        } finally {
            spec.clearPassword();
        }
    }

    boolean fits(byte[] otherSalt, int otherIterations) {
        return iterations == otherIterations && Arrays.equals(salt, otherSalt);
    }

    byte[] salt() {
        return salt.clone();
    }

    int iterations() {
        return iterations;
    }

    SecretKeySpec key() {
        return key;
    }
}
