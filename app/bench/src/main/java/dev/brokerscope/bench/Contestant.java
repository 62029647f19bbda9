package dev.brokerscope.bench;

import java.io.IOException;
import java.util.List;

/// Something to be measured round by round.
///
/// @param before makes the command of a round; not measured
/// @param after looks at what came out and removes it; not measured
record Contestant(String name, Before before, After after) {

    /// Makes what a round needs, and its command.
    interface Before {
        List<String> command() throws IOException, InterruptedException;
    }

    /// Cleans up.
    interface After {
        void run() throws IOException, InterruptedException;
    }

    static Contestant of(String name, Before before) {
        return new Contestant(name, before, () -> {});
    }
}
