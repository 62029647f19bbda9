package dev.brokerscope.core.mask;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Permutes the digits of a text and leaves all other characters where they are: a Feistel network of ten rounds over
/// the two halves of the digits, the construction of NIST's FF1 with HMAC-SHA-256 for its rounds.
final class DigitCipher {

    private static final int ROUNDS = 10;

    /// Keyed bytes, different for each purpose.
    @FunctionalInterface
    interface Keyed {
        byte[] bytes(String purpose, byte[] value);
    }

    private DigitCipher() {}

    static String permuted(String text, Keyed keyed) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(DigitCipher::isDigit).forEach(c -> digits.append((char) c));
        if (digits.isEmpty()) {
            return text;
        }
        String turned = digits.length() == 1 ? one(digits.toString(), keyed) : rounds(digits.toString(), keyed);
        StringBuilder result = new StringBuilder(text.length());
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            result.append(isDigit(text.charAt(i)) ? turned.charAt(next++) : text.charAt(i));
        }
        return result.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String one(String digit, Keyed keyed) {
        int shift = 1 + (keyed.bytes("digit", new byte[0])[0] & 0xFF) % 9;
        return String.valueOf((Integer.parseInt(digit) + shift) % 10);
    }

    private static String rounds(String digits, Keyed keyed) {
        int half = digits.length() / 2;
        String left = digits.substring(0, half);
        String right = digits.substring(half);
        for (int round = 0; round < ROUNDS; round++) {
            BigInteger modulus = BigInteger.TEN.pow(left.length());
            byte[] mixed = keyed.bytes("digits" + digits.length() + "." + round,
                    right.getBytes(StandardCharsets.US_ASCII));
            String sum = new BigInteger(left).add(new BigInteger(1, expanded(mixed, left.length(), keyed)))
                    .mod(modulus).toString();
            String next = "0".repeat(left.length() - sum.length()) + sum;
            left = right;
            right = next;
        }
        return left + right;
    }

    /// More bytes where the half is longer than what one HMAC covers.
    private static byte[] expanded(byte[] seed, int digits, Keyed keyed) {
        if (digits <= 60) {
            return seed;
        }
        byte[] all = new byte[digits];
        for (int at = 0; at < all.length; at += seed.length) {
            byte[] part = keyed.bytes("more" + at, seed);
            System.arraycopy(part, 0, all, at, Math.min(part.length, all.length - at));
        }
        return all;
    }
}
