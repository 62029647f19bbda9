package dev.brokerscope.demo.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The days that the samples cover: busy around noon, quiet at night, ending now.
///
/// @param hours how many of them, back from now
public record Timeline(Instant now, int hours) {

    private static final double NIGHT = 0.15;

    /// So many moments in order, in milliseconds of the epoch.
    public long[] moments(int count, SplittableRandom random) {
        long end = now.toEpochMilli();
        long span = hours * 3_600_000L;
        long[] moments = new long[count];
        for (int found = 0; found < count;) {
            long moment = end - random.nextLong(span);
            if (random.nextDouble() < business(moment)) {
                moments[found++] = moment;
            }
        }
        Arrays.sort(moments);
        return moments;
    }

    private static double business(long moment) {
        double hour = Instant.ofEpochMilli(moment).atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3_600.0;
        return NIGHT + (1 - NIGHT) * Math.pow(Math.sin(Math.PI * hour / 24), 2);
    }
}
