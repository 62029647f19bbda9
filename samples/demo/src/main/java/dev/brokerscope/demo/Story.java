package dev.brokerscope.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// The main job on the command line, told step by step: look, read, back up, check, restore, compare.
final class Story {

    /// A step: what it shows, and the command that does it.
    private record Step(String says, List<String> words) {

        static Step of(String says, String... words) {
            return new Step(says, List.of(words));
        }
    }

    private static final String ARCHIVE = "shop.msgdb";

    private static final List<Step> STEPS = List.of(
            Step.of("Which topics are there?", "channels", "-c", Demo.CONNECTION),
            Step.of("What is payments like?", "describe", "payments", "-c", Demo.CONNECTION),
            Step.of("The newest orders: JSON.", "read", "orders", "--last", "3", "-c", Demo.CONNECTION),
            Step.of("The newest invoices: XML.", "read", "invoices", "--last", "2", "-c", Demo.CONNECTION),
            Step.of("The newest payments: Avro, decoded with the schema each was written with.", "read", "payments",
                    "--last", "3", "-c", Demo.CONNECTION),
            Step.of("The oldest payments were written with an older version of that schema.", "read", "payments",
                    "--from", "oldest", "--max", "2", "-c", Demo.CONNECTION),
            Step.of("Messages that tools get wrong: null and empty, broken, binary.", "read", "ugly[0,1]", "-c",
                    Demo.CONNECTION),
            Step.of("Back up six topics into one archive.", "backup", "orders", "invoices", "payments", "payments.dlq",
                    "customer-profile", "ugly", "--out", ARCHIVE, "-c", Demo.CONNECTION),
            Step.of("What does the archive hold?", "info", ARCHIVE),
            Step.of("Is it whole, down to each message?", "verify", ARCHIVE, "--deep"),
            Step.of("An archive reads like a broker, also without one: schemas are inside.", "read", "payments",
                    "--last", "1", "-c", "./" + ARCHIVE),
            Step.of("What would a restore under new names do?", "restore", ARCHIVE, "--dry-run", "--prefix",
                    "restored.",
                    "-c", Demo.CONNECTION),
            Step.of("Do it.", "restore", ARCHIVE, "--prefix", "restored.", "--write", "-c", Demo.CONNECTION),
            Step.of("Is what was restored equal to the archive?", "diff", ARCHIVE, "::", "--prefix", "restored.", "-c",
                    Demo.CONNECTION),
            Step.of("And here they are.", "channels", "restored.*", "-c", Demo.CONNECTION));

    private final Program program;
    private final PrintStream out;

    Story(Program program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    /// Tells it to the end, or to the first step that fails, which is a {@link DemoFailure}.
    void tell() throws IOException, InterruptedException {
        for (int number = 1; number <= STEPS.size(); number++) {
            Step step = STEPS.get(number - 1);
            out.println();
            out.println("== " + number + "/" + STEPS.size() + "  " + step.says());
            int exit = program.show(step.words());
            if (exit != 0) {
                throw new DemoFailure(DemoFailure.FAILED,
                        "Step " + number + " of the story ended with exit code " + exit + ".");
            }
        }
        out.println();
        out.println("The story is told: nothing was lost on the way.");
    }
}
