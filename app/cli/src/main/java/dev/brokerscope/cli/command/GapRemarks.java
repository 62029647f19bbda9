package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.message.MessageView;
import dev.brokerscope.cli.output.ExitCode;

/// Tells the gaps of a reading on standard error: the first few one by one, the rest as a number.
final class GapRemarks {

    private static final int TOLD = 10;

    private final Run run;
    private int untold;
    private boolean harmful;

    private int told;

    GapRemarks(Run run) {
        this.run = run;
    }

    /// @param shown on standard output already
    void add(MessageView view, CursorEvent.Gap gap, boolean shown) {
        harmful |= !gap.reason().harmless();
        if (shown) {
            return;
        }
        if (told++ < TOLD) {
            long last = gap.next().lo() - 1;
            run.remark("gap: " + view.channel().text() + "[" + gap.from().partition() + "] "
                    + view.notation(gap.from()) + (gap.from().lo() == last ? "" : " to " + last) + ": "
                    + gap.reason().text() + (gap.measured() ? "" : " (inferred)"));
        } else {
            untold++;
        }
    }

    /// How the gaps make the reading end.
    ExitCode end() {
        if (untold > 0) {
            run.remark("gap: and " + untold + " more.");
        }
        return harmful ? ExitCode.INCOMPLETE : ExitCode.DONE;
    }
}
