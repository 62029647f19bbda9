package dev.brokerscope.core.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Samples of a running counter, a second apart: the rate of the last seconds and its history for a chart.
final class Rates {

    private static final long SECOND = 1_000_000_000L;
    private static final int WINDOW = 10;
    private static final int HISTORY = 600;

    private record Sample(long nanos, long messages, long bytes) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    Rates(long nanos) {
        samples.add(new Sample(nanos, 0, 0));
    }

    /// Takes a sample where a second went by since the last one.
    synchronized void sample(long nanos, long messages, long bytes) {
        if (nanos - samples.getLast().nanos >= SECOND) {
            samples.add(new Sample(nanos, messages, bytes));
            if (samples.size() > HISTORY) {
                samples.removeFirst();
            }
        }
    }

    /// Forgets what was, as after a pause.
    synchronized void restart(long nanos, long messages, long bytes) {
        samples.clear();
        samples.add(new Sample(nanos, messages, bytes));
    }

    synchronized double messagesPerSecond(long nanos, long messages) {
        Sample from = windowStart();
        return perSecond(messages - from.messages, nanos - from.nanos);
    }

    synchronized double bytesPerSecond(long nanos, long bytes) {
        Sample from = windowStart();
        return perSecond(bytes - from.bytes, nanos - from.nanos);
    }

    /// Bytes per second between neighbouring samples, oldest first.
    synchronized List<Double> history() {
        List<Double> rates = new ArrayList<>(samples.size());
        Sample before = samples.getFirst();
        for (Sample s : samples) {
            if (s != before) {
                rates.add(perSecond(s.bytes - before.bytes, s.nanos - before.nanos));
            }
            before = s;
        }
        return rates;
    }

    private Sample windowStart() {
        int skip = Math.max(0, samples.size() - WINDOW);
        for (Sample s : samples) {
            if (skip-- == 0) {
                return s;
            }
        }
        return samples.getLast();
    }

    private static double perSecond(long amount, long nanos) {
        return nanos <= 0 ? 0 : amount * (double) SECOND / nanos;
    }
}
