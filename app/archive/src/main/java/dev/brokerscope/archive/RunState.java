package dev.brokerscope.archive;

/// How far a run has come.
public enum RunState {
    RUNNING, COMPLETE, COMPLETE_WITH_GAPS, FAILED, INTERRUPTED
}
