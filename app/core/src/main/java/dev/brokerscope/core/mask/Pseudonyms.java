package dev.brokerscope.core.mask;

import dev.brokerscope.api.decode.NodeKind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Values of the same look instead of others, made with a secret (HMAC-SHA-256): the same for the same value wherever it
/// stands, so that messages can still be joined. Digits are permuted among all numbers of their length, so that two
/// different numbers stay different; other texts become 26 letters and digits. Any thread.
public final class Pseudonyms {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[+(]?\\d[\\d ()/.+-]*");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");
    private static final Pattern UUID = Pattern.compile(
            "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int FEWEST_DIGITS = 4;

    private final SecretKeySpec key;

    Pseudonyms(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /// Of a text, whatever it looks like.
    String text(String text) {
        if (text.isEmpty()) {
            return text;
        }
        if (EMAIL.matcher(text).matches()) {
            int at = text.lastIndexOf('@');
            return "u" + word("local", text.substring(0, at), 20) + "@d"
                    + word("domain", text.substring(at + 1).toLowerCase(Locale.ROOT), 12) + ".example";
        }
        if (UUID.matcher(text).matches()) {
            return uuid(text.toLowerCase(Locale.ROOT));
        }
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits >= FEWEST_DIGITS && DIGITS.matcher(text).matches()) {
            return DigitCipher.permuted(text, this::mac);
        }
        return word("text", text, 26);
    }

    /// Of a number, as its format writes it; empty where that cannot be done.
    Optional<String> number(String number) {
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        String next = DigitCipher.permuted(number, this::mac);
        // walks the cycle until the digits are a number again: still one to one
        while (!NUMBER.matcher(next).matches() || !fits(number, next)) {
            next = DigitCipher.permuted(next, this::mac);
        }
        return Optional.of(next);
    }

    /// What fitted into 31 or 63 bits still does, and what did not takes none of their places.
    private static boolean fits(String before, String after) {
        return before.contains(".") || width(before) == width(after);
    }

    private static int width(String number) {
        int bits = new BigInteger(number).bitLength();
        return bits < Integer.SIZE ? Integer.SIZE : bits < Long.SIZE ? Long.SIZE : Integer.MAX_VALUE;
    }

    /// As many bytes.
    byte[] bytes(byte[] value) {
        byte[] stream = new byte[value.length];
        byte[] seed = mac("bytes", value);
        for (int at = 0, block = 0; at < stream.length; at += seed.length, block++) {
            byte[] part = mac("stream" + block, seed);
            System.arraycopy(part, 0, stream, at, Math.min(part.length, stream.length - at));
        }
        return stream;
    }

    /// Of a decoded value; empty where values of that kind have no pseudonym.
    Optional<String> of(NodeKind kind, String text) {
        return switch (kind) {
            case STRING, TEXT, CDATA, ATTRIBUTE -> Optional.of(text(text));
            case INTEGER, DECIMAL, FLOAT -> number(text);
            case BINARY -> Optional.of(HexFormat.of().formatHex(bytes(HexFormat.of().parseHex(text))));
            case BOOLEAN, ENUM, TIME, NULL, OBJECT, ARRAY, MAP, ELEMENT, COMMENT, INSTRUCTION -> Optional.empty();
        };
    }

    private String uuid(String text) {
        byte[] mac = Arrays.copyOf(mac("uuid", text.getBytes(StandardCharsets.UTF_8)), 16);
        mac[6] = (byte) (mac[6] & 0x0F | 0x40);
        mac[8] = (byte) (mac[8] & 0x3F | 0x80);
        String hex = HexFormat.of().formatHex(mac);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private String word(String purpose, String text, int length) {
        byte[] mac = mac(purpose, text.getBytes(StandardCharsets.UTF_8));
        StringBuilder word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append(LETTERS.charAt(mac[i] & 31));
        }
        return word.toString();
    }

    private byte[] mac(String purpose, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-256 belongs to every Java", e);
        }
    }

    @Override
    public String toString() {
        return "pseudonyms";
    }
}
