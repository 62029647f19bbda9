package dev.brokerscope.archive.crypt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.archive.block.ByteSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The master key of a volume, wrapped with one of the keys that open it.
///
/// @param parameters as JSON: what is needed to try, nothing secret
/// @param wrappedKey nonce, encrypted master key, tag
public record KeySlot(long number, Kind kind, String parameters, byte[] wrappedKey) {

    /// What opens it.
    public enum Kind {
        PASSPHRASE, RECIPIENT, KEY_FILE;

        /// As the table writes it.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final String KDF = "PBKDF2-HMAC-SHA-256";
    private static final int MOST_ITERATIONS = 20_000_000;

    /// @param volume its uuid
    /// @param label for people; may be empty
    static KeySlot wrap(long number, SlotLock lock, String label, byte[] volume, byte[] master) {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        byte[] wrapping;
        Kind kind;
        switch (lock) {
            case SlotLock.ByPassphrase(PassphraseKey key, byte[] salt, int iterations) -> {
                kind = Kind.PASSPHRASE;
                parameters.put("kdf", KDF).put("iterations", iterations).put("salt", HexFormat.of().formatHex(salt));
                wrapping = key.wrapping(salt, iterations);
            }
            case SlotLock.ByFile(FileKey key) -> {
                kind = Kind.KEY_FILE;
                byte[] salt = X25519.newSecret();
                parameters.put("salt", HexFormat.of().formatHex(salt));
                wrapping = key.wrapping(salt);
            }
            case SlotLock.ForRecipient(Recipient recipient) -> {
                kind = Kind.RECIPIENT;
                byte[] secret = X25519.newSecret();
                byte[] ephemeral = X25519.publicOf(secret);
                parameters.put("recipient", recipient.text()).put("ephemeral", HexFormat.of().formatHex(ephemeral));
                byte[] shared = X25519.agree(secret, recipient.publicKey().toArray())
                        .orElseThrow(() -> new IllegalArgumentException("a weak recipient was not refused"));
                wrapping = Identity.wrapping(shared, ephemeral, recipient);
            }
        }
        if (!label.isEmpty()) {
            parameters.put("label", label);
        }
        return sealed(number, kind, parameters.toString(), wrapping, volume, master);
    }

    private static KeySlot sealed(long number, Kind kind, String parameters, byte[] wrapping, byte[] volume,
            byte[] master) {
        Aead aead = new Aead(wrapping);
        Arrays.fill(wrapping, (byte) 0);
        byte[] nonce = aead.nonce();
        byte[] data = aead.seal(nonce, bound(volume, kind, parameters), master);
        byte[] wrapped = Arrays.copyOf(nonce, nonce.length + data.length);
        System.arraycopy(data, 0, wrapped, nonce.length, data.length);
        return new KeySlot(number, kind, parameters, wrapped);
    }

    /// The master key, where that key opens this slot.
    Optional<byte[]> open(ArchiveKey key, byte[] volume) {
        Optional<byte[]> wrapping = wrapping(key);
        if (wrapping.isEmpty() || wrappedKey.length != Aead.NONCE + Derivation.SIZE + Aead.TAG) {
            return Optional.empty();
        }
        Aead aead = new Aead(wrapping.get());
        Arrays.fill(wrapping.get(), (byte) 0);
        return aead.open(Arrays.copyOf(wrappedKey, Aead.NONCE), bound(volume, kind, parameters),
                Arrays.copyOfRange(wrappedKey, Aead.NONCE, wrappedKey.length));
    }

    private Optional<byte[]> wrapping(ArchiveKey key) {
        return switch (key) {
            case PassphraseKey passphrase when kind == Kind.PASSPHRASE -> {
                int iterations = json().path("iterations").asInt();
                yield hex("salt").filter(_ -> iterations > 0 && iterations <= MOST_ITERATIONS)
                        .filter(_ -> KDF.equals(json().path("kdf").asText()))
                        .map(salt -> passphrase.wrapping(salt, iterations));
            }
            case FileKey file when kind == Kind.KEY_FILE -> hex("salt").map(file::wrapping);
            case Identity identity when kind == Kind.RECIPIENT
                    && identity.recipient().text().equals(json().path("recipient").asText()) ->
                    hex("ephemeral").filter(e -> e.length == X25519.SIZE).flatMap(identity::wrapping);
            case PassphraseKey _,FileKey _,Identity _ -> Optional.empty();
        };
    }

    /// What it needs, for people: `a passphrase`, `the identity of bsr1…`.
    public String need() {
        String label = label().isEmpty() ? "" : " (" + label() + ")";
        return switch (kind) {
            case PASSPHRASE -> "a passphrase";
            case KEY_FILE -> "a key file";
            case RECIPIENT -> "the identity of " + json().path("recipient").asText();
        } + label;
    }

    /// For people; may be empty.
    public String label() {
        return json().path("label").asText("");
    }

    private Optional<byte[]> hex(String name) {
        try {
            return Optional.of(HexFormat.of().parseHex(json().path(name).asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private JsonNode json() {
        try {
            return JSON.readTree(parameters);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static byte[] bound(byte[] volume, Kind kind, String parameters) {
        return new ByteSink(256).bytes("brokerscope key slot".getBytes(StandardCharsets.US_ASCII)).bytes(volume)
                .sized(kind.text().getBytes(StandardCharsets.US_ASCII))
                .sized(parameters.getBytes(StandardCharsets.UTF_8)).toArray();
    }
}
