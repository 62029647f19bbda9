package dev.brokerscope.archive;

import java.util.Optional;

/// How a run ended.
///
/// @param state anything but `RUNNING`
/// @param error one sentence, where it failed
public record RunOutcome(RunState state, Optional<String> error) {

    public static final RunOutcome COMPLETE = new RunOutcome(RunState.COMPLETE, Optional.empty());
    public static final RunOutcome COMPLETE_WITH_GAPS = new RunOutcome(RunState.COMPLETE_WITH_GAPS, Optional.empty());

    public RunOutcome {
        if (state == RunState.RUNNING) {
            throw new IllegalArgumentException("a run that is running has no outcome");
        }
    }
}
