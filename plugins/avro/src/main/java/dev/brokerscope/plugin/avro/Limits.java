package dev.brokerscope.plugin.avro;

import java.time.Duration;

/// What a payload may cost: a few bytes of Avro can stand for billions of values.
final class Limits {

    static final int DEEPEST = 500;
    private static final int MOST = 1_000_000;
    private static final int NODES_FOR_NOTHING = 50_000;
    private static final int NODES_PER_BYTE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LOOK_AT_CLOCK = 1024;

    private final long most;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private long nodes;

    private Limits(long most) {
        this.most = Math.min(most, MOST);
    }

    static Limits of(int bytes) {
        return new Limits(NODES_FOR_NOTHING + (long) NODES_PER_BYTE * bytes);
    }

    /// Of packed bytes, whose size says nothing.
    static Limits ofPacked() {
        return new Limits(MOST);
    }

    /// Before each value.
    ///
    /// @throws InterruptedException where the decoding was cancelled
    void count(int depth, int at) throws Stop, InterruptedException {
        nodes++;
        if (depth > DEEPEST) {
            throw new Stop("deeper than " + DEEPEST + " levels", at);
        }
        if (nodes > most) {
            throw new Stop("more than " + most + " values", at);
        }
        if (nodes % LOOK_AT_CLOCK == 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() > deadline) {
                throw new Stop("not decoded within " + LONGEST.toSeconds() + " s", at);
            }
        }
    }
}
