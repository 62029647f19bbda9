package dev.brokerscope.archive.crypt;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/// The function of RFC 7748 over raw keys of 32 bytes.
final class X25519 {

    static final int SIZE = 32;

    private static final String NAME = "X25519";

    private X25519() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SIZE];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    static byte[] publicOf(byte[] secret) {
        byte[] base = new byte[SIZE];
        base[0] = 9;
        return agree(secret, base).orElseThrow(() -> new IllegalStateException("the base point is no weak one"));
    }

    /// Absent where the other side's key is one of the few points that give everybody the same secret.
    static Optional<byte[]> agree(byte[] secret, byte[] otherPublic) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(NAME);
            agreement.init(KeyFactory.getInstance(NAME)
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
            agreement.doPhase(key(otherPublic), true);
            return Optional.of(agreement.generateSecret());
        } catch (InvalidKeyException weak) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("X25519 belongs to every Java", e);
        }
    }

    /// Little-endian; the top bit does not count.
    private static PublicKey key(byte[] raw) throws GeneralSecurityException {
        byte[] bigEndian = raw.clone();
        bigEndian[SIZE - 1] &= 0x7f;
        for (int i = 0; i < SIZE / 2; i++) {
            byte low = bigEndian[i];
            bigEndian[i] = bigEndian[SIZE - 1 - i];
            bigEndian[SIZE - 1 - i] = low;
        }
        BigInteger u = new BigInteger(1, bigEndian);
        Arrays.fill(bigEndian, (byte) 0);
        return KeyFactory.getInstance(NAME).generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u));
    }
}
