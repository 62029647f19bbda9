package dev.brokerscope.plugin.rabbitmq.stream.form;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/// AMQP's `decimal128`: IEEE 754 with the coefficient as a binary integer. In headers a decimal is four bytes of scale and
/// the unscaled value.
final class Decimal128 {

    private static final int BIAS = 6_176;
    private static final int LARGEST_EXPONENT = 12_287;
    private static final int COEFFICIENT_BITS = 113;
    private static final BigInteger TOO_LARGE = BigInteger.TEN.pow(34);

    private Decimal128() {}

    /// As in a header; absent for infinities, not-a-numbers, and zeros with a sign.
    static Optional<byte[]> toHeader(byte[] encoded) {
        BigInteger all = new BigInteger(1, encoded);
        boolean negative = all.testBit(127);
        BigInteger coefficient = all.and(BigInteger.ONE.shiftLeft(COEFFICIENT_BITS).subtract(BigInteger.ONE));
        int exponent = all.shiftRight(COEFFICIENT_BITS).intValue() & 0x3fff;
        boolean special = exponent > LARGEST_EXPONENT || coefficient.compareTo(TOO_LARGE) >= 0
                || negative && coefficient.signum() == 0;
        if (special) {
            return Optional.empty();
        }
        byte[] unscaled = (negative ? coefficient.negate() : coefficient).toByteArray();
        return Optional.of(ByteBuffer.allocate(4 + unscaled.length).putInt(BIAS - exponent).put(unscaled).array());
    }

    /// The reverse; absent where it has too many digits, or is none.
    static Optional<byte[]> ofHeader(byte[] header) {
        if (header.length < 5) {
            return Optional.empty();
        }
        long exponent = (long) BIAS - ByteBuffer.wrap(header).getInt();
        BigInteger unscaled = new BigInteger(header, 4, header.length - 4);
        BigInteger coefficient = unscaled.abs();
        if (exponent < 0 || exponent > LARGEST_EXPONENT || coefficient.compareTo(TOO_LARGE) >= 0) {
            return Optional.empty();
        }
        BigInteger all = coefficient.or(BigInteger.valueOf(exponent).shiftLeft(COEFFICIENT_BITS));
        byte[] value = (unscaled.signum() < 0 ? all.setBit(127) : all).toByteArray();
        byte[] encoded = new byte[16];
        int used = Math.min(16, value.length);
        System.arraycopy(value, value.length - used, encoded, 16 - used, used);
        return Optional.of(encoded);
    }
}
