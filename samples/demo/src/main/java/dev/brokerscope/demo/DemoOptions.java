package dev.brokerscope.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/// What the demo was asked to do.
///
/// @param now the moment at which the samples end
/// @param withParent whether to end when the process that started this one is gone, however it went
record DemoOptions(Mode mode, Instant now, boolean withParent) {

    enum Mode {
        /// The window where there is a display, else the story.
        BEST,
        /// The story on the command line.
        STORY,
        /// Broker and registry only, until interrupted.
        SERVE,
        /// Only says how it is used.
        HELP
    }

    static final String USAGE = """
            Starts a real Kafka broker and a schema registry on this machine, and Redis and RabbitMQ where they are
            installed, fills them with samples, and opens Brokerscope connected to them. Everything ends, and nothing
            stays, when it is closed.

              --cli            plays the story on the command line, even where there is a display
              --serve          only runs brokers and registry and prints their addresses, until interrupted
              --now INSTANT    lets the samples end at that moment instead of now (2026-11-22T10:00:00Z)
              --with-parent    ends when the process that started this one ends, even if that was killed
              --help           prints this
            """;

    static DemoOptions parse(List<String> arguments) {
        Mode mode = Mode.BEST;
        Instant now = Instant.now();
        boolean withParent = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext();) {
            String word = words.next();
            switch (word) {
                case "--cli" -> mode = Mode.STORY;
                case "--serve" -> mode = Mode.SERVE;
                case "--help", "-h" -> mode = Mode.HELP;
                case "--with-parent" -> withParent = true;
                case "--now" -> now = instant(words.hasNext() ? words.next() : "");
                default -> throw new DemoFailure(DemoFailure.USAGE,
                        "The demo does not know \"" + word + "\". See --help.");
            }
        }
        return new DemoOptions(mode, now, withParent);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new DemoFailure(DemoFailure.USAGE,
                    "\"" + text + "\" is no moment; write it like 2026-11-22T10:00:00Z.", wrong);
        }
    }
}
