package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;

/// Looks at what a backup would read, from few samples.
public final class BackupForecast {

    private final BackupSource source;

    public BackupForecast(BackupSource source) {
        this.source = source;
    }

    /// Blocking; reads some tens of messages per channel where that changes nothing.
    ///
    /// @throws FaultException of kind `NOT_FOUND` for an unknown channel
    public BackupPreview look(BackupPlan plan) throws FaultException, InterruptedException {
        throw new UnsupportedOperationException("not there yet " + source);
    }
}
