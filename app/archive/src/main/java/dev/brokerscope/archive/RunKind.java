package dev.brokerscope.archive;

/// Why a run was made.
public enum RunKind {
    SNAPSHOT, INCREMENTAL, CONTINUOUS, SELECTION, IMPORT
}
