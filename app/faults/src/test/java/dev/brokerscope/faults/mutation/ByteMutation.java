package dev.brokerscope.faults.mutation;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Changes bytes of a file without understanding them.
public enum ByteMutation {
    BIT, BYTES, ZEROED_PAGE, SWAPPED_PAGES, REPEATED_PAGE, MOVED_BYTES, CUT, GROWN;

    private static final int PAGE = 16_384;

    /// One of them by chance.
    ///
    /// @return bytes that differ from those given
    public static byte[] any(byte[] sound, SplittableRandom random) {
        while (true) {
            ByteMutation kind = random.nextInt(3) > 0 ? BIT : values()[random.nextInt(values().length)];
            byte[] changed = kind.apply(sound.clone(), random);
            if (!Arrays.equals(sound, changed)) {
                return changed;
            }
        }
    }

    private byte[] apply(byte[] bytes, SplittableRandom random) {
        int pages = bytes.length / PAGE;
        int from = random.nextInt(pages) * PAGE;
        int to = random.nextInt(pages) * PAGE;
        switch (this) {
            case BIT -> {
                long bit = random.nextLong(bytes.length * 8L);
                bytes[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
            }
            case BYTES -> {
                byte[] noise = new byte[1 + random.nextInt(4_096)];
                random.nextBytes(noise);
                int at = random.nextInt(bytes.length);
                System.arraycopy(noise, 0, bytes, at, Math.min(noise.length, bytes.length - at));
            }
            case ZEROED_PAGE -> Arrays.fill(bytes, from, from + PAGE, (byte) 0);
            case SWAPPED_PAGES -> {
                byte[] page = Arrays.copyOfRange(bytes, from, from + PAGE);
                System.arraycopy(bytes, to, bytes, from, PAGE);
                System.arraycopy(page, 0, bytes, to, PAGE);
            }
            case REPEATED_PAGE -> System.arraycopy(bytes, from, bytes, to, PAGE);
            case MOVED_BYTES -> {
                int at = random.nextInt(bytes.length - 9);
                System.arraycopy(bytes, at, bytes, at + 1, random.nextInt(1, bytes.length - at));
            }
            case CUT -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case GROWN -> {
                return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(2 * PAGE));
            }
        }
        return bytes;
    }
}
