package dev.brokerscope.archive.block;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, which every Java has.
public final class Sha {

    private Sha() {}

    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    public static byte[] of(ByteSink bytes) {
        MessageDigest digest = start();
        bytes.update(digest);
        return digest.digest();
    }
}
