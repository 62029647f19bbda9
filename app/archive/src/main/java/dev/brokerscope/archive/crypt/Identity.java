package dev.brokerscope.archive.crypt;

import dev.brokerscope.api.message.Bytes;
import java.util.Arrays;
import java.util.Optional;

/// The secret half of a recipient.
public final class Identity implements ArchiveKey {

    private static final String PREFIX = "bsi1";

    private final byte[] secret;
    private final Recipient recipient;

    private Identity(byte[] secret) {
        this.secret = secret;
        this.recipient = new Recipient(Bytes.wrap(X25519.publicOf(secret)));
    }

    /// A new one, of the system's randomness.
    public static Identity generate() {
        return new Identity(X25519.newSecret());
    }

    /// @param text `bsi1…`; absent where it is none, or one of its letters is wrong
    public static Optional<Identity> parse(String text) {
        return KeyText.read(PREFIX, text).map(Identity::new);
    }

    /// The public half: archives are encrypted for it.
    public Recipient recipient() {
        return recipient;
    }

    /// The secret itself, as its file holds it.
    public String secretText() {
        return KeyText.write(PREFIX, secret);
    }

    Optional<byte[]> wrapping(byte[] ephemeral) {
        return X25519.agree(secret, ephemeral).map(shared -> wrapping(shared, ephemeral, recipient));
    }

    static byte[] wrapping(byte[] shared, byte[] ephemeral, Recipient recipient) {
        byte[] salt = Arrays.copyOf(ephemeral, X25519.SIZE * 2);
        System.arraycopy(recipient.publicKey().toArray(), 0, salt, X25519.SIZE, X25519.SIZE);
        byte[] key = Derivation.hkdf(shared, salt, "brokerscope recipient");
        Arrays.fill(shared, (byte) 0);
        return key;
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
