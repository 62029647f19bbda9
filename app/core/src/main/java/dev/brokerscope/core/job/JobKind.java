package dev.brokerscope.core.job;

/// What a job does; decides its icon and words.
public enum JobKind {
    BACKUP, RESTORE, VERIFY, DIFF, EXPORT, IMPORT,
    /// A new archive of archives: copy, merge, split, prune, recover.
    REWORK,
    /// A restore into scratch channels, compared and removed again.
    DRILL
}
