package dev.brokerscope.bench;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// JSON orders of exactly one size, the same for the same seed. It counts the bits that it draws, so that the share of
/// entropy, without which no compressed size means anything, is known and not guessed. One thread.
public final class JsonMessages {

    private static final String[] STATES = {"created", "paid", "packed", "shipped", "delivered", "returned", "lost",
        "cancelled"};
    private static final String[] WORDS =
            {"order", "customer", "delivery", "invoice", "warehouse", "payment", "express",
                "return", "discount", "address", "confirmed", "parcel", "tracking", "number", "gift", "late"};
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    /// Messages are made from then on, so many milliseconds apart.
    static final long FIRST_TIME = 1_764_547_200_000L;
    static final long STEP = 20;

    private final SplittableRandom random;
    private final int size;
    private final StringBuilder text;
    private long number;
    private double bits;

    public JsonMessages(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
        this.text = new StringBuilder(size + 64);
    }

    /// The next message's value.
    public byte[] next() {
        number++;
        text.setLength(0);
        text.append("{\"order\":").append(10_000_000 + number).append(",\"id\":\"");
        hex(16);
        text.append("\",\"customer\":").append(1_000_000 + draw(1 << 19)).append(",\"state\":\"")
                .append(STATES[draw(8)]).append("\",\"amount\":").append(1 + draw(4096)).append('.')
                .append(10 + draw(64)).append(",\"currency\":\"EUR\",\"time\":").append(time())
                .append(",\"items\":[");
        items();
        text.append("],\"note\":\"");
        words();
        text.setLength(size - 2);
        return text.append("\"}").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /// Of the message that was made last.
    public long time() {
        return FIRST_TIME + number * STEP;
    }

    /// Bytes of entropy in a byte of what was made so far, 0 to 1.
    public double entropy() {
        return number == 0 ? 0 : bits / 8 / ((double) number * size);
    }

    /// About half of what is left: small orders have one item.
    private void items() {
        int until = Math.max(text.length() + 1, (size + text.length()) / 2 - 40);
        for (boolean first = true; text.length() < until; first = false) {
            text.append(first ? "" : ",").append("{\"sku\":\"");
            hex(4);
            text.append("\",\"quantity\":").append(1 + draw(4)).append(",\"price\":").append(1 + draw(1024))
                    .append('}');
        }
    }

    private void words() {
        while (text.length() < size - 2) {
            text.append(WORDS[draw(16)]).append(' ');
        }
        if (size - 2 < text.length() - 1) {
            bits -= 4.0 * (text.length() - 1 - (size - 2)) / 9;
        }
    }

    private void hex(int digits) {
        for (int i = 0; i < digits; i++) {
            text.append(HEX[draw(16)]);
        }
    }

    /// @param bound a power of two
    private int draw(int bound) {
        bits += Integer.numberOfTrailingZeros(bound);
        return random.nextInt(bound);
    }
}
