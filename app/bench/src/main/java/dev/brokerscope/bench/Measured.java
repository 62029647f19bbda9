package dev.brokerscope.bench;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What one process took.
///
/// @param seconds by the clock, from start to end, that of the JVM included
/// @param cpu user and system seconds
/// @param rss most memory held at once, in MB
/// @param heap most of the Java heap in use at once, in MB; 0 where it was not watched
/// @param threads processor seconds by name of thread; empty where there is no `/proc`
record Measured(double seconds, double cpu, double rss, double heap,
        Map<String, Double> threads) {

    /// The median of one figure over all rounds.
    static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        return median(runs.stream().mapToDouble(figure).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0 : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
