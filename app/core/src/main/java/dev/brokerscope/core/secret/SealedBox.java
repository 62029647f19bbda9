package dev.brokerscope.core.secret;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Bytes under a passphrase: AES-256-GCM with a key of PBKDF2-HMAC-SHA-256. Salt and nonce are new with every sealing.
///
/// @param version of this layout
/// @param salt, nonce and data in base64
record SealedBox(int version, String kdf, int iterations, String salt, String nonce, String data) {

    private static final int VERSION = 1;
    private static final String KDF = "PBKDF2WithHmacSHA256";
    /// What OWASP recommends for this function (2023).
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int TAG_BITS = 128;

    static SealedBox seal(byte[] plain, char[] passphrase) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[16];
        byte[] nonce = new byte[12];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        try {
            byte[] data = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, nonce, ITERATIONS).doFinal(plain);
            Base64.Encoder base64 = Base64.getEncoder();
            return new SealedBox(VERSION, KDF, ITERATIONS, base64.encodeToString(salt), base64.encodeToString(nonce),
                    base64.encodeToString(data));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and PBKDF2 belong to every Java", e);
        }
    }

    /// Absent where the passphrase is wrong or the box was changed: the two cannot be told apart.
    Optional<byte[]> open(char[] passphrase) {
        if (version != VERSION || !KDF.equals(kdf) || iterations < 1 || iterations > MOST_ITERATIONS) {
            return Optional.empty();
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(cipher(Cipher.DECRYPT_MODE, passphrase, base64.decode(salt), base64.decode(nonce),
                    iterations).doFinal(base64.decode(data)));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM and PBKDF2 belong to every Java", e);
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, byte[] nonce, int iterations)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        try {
            byte[] key = SecretKeyFactory.getInstance(KDF).generateSecret(spec).getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }
}
