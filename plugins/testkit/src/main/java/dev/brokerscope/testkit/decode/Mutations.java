package dev.brokerscope.testkit.decode;

import dev.brokerscope.api.message.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Seeded hostile bytes: pure noise, and good payloads with bits flipped, parts cut, doubled, swapped or replaced.
/// The same seed gives the same bytes on every machine.
public final class Mutations {

    private static final byte[] NASTY = {0, 1, -1, 0x7F, -128, '"', '\\', '{', '[', '<', '&', '\n'};

    private final RandomGenerator random;
    private final List<Bytes> seeds;

    public Mutations(long seed, List<Bytes> seeds) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.seeds = List.copyOf(seeds);
    }

    /// Up to 200 random bytes.
    public Bytes noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    /// One of the good payloads after one to four changes.
    public Bytes mutant() {
        byte[] bytes = pick().toArray();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = change(bytes);
        }
        return Bytes.wrap(bytes);
    }

    private Bytes pick() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] change(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes, at);
            case 1 -> replaced(bytes, at, NASTY[random.nextInt(NASTY.length)]);
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> joined(bytes, at, at, bytes);
            case 4 -> joined(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)), bytes);
            case 5 -> spliced(bytes, at);
            default -> replaced(bytes, at, (byte) random.nextInt());
        };
    }

    private byte[] flipped(byte[] bytes, int at) {
        return replaced(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
    }

    private static byte[] replaced(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    /// The head of one up to `cut`, and the tail of the other from `from`: doubles or drops what lies between.
    private static byte[] joined(byte[] head, int cut, int from, byte[] tail) {
        byte[] changed = Arrays.copyOf(head, cut + tail.length - from);
        System.arraycopy(tail, from, changed, cut, tail.length - from);
        return changed;
    }

    private byte[] spliced(byte[] bytes, int at) {
        byte[] other = pick().toArray();
        return other.length == 0 ? bytes : joined(bytes, at, random.nextInt(other.length), other);
    }
}
