package dev.brokerscope.core.restore;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;

/// Why writing a channel ended early, in words that say how to go on.
record EarlyEnd(RestoreSite site, PreparedChannel channel) {

    FaultException by(FaultException cause) throws InterruptedException {
        Fault fault = cause.fault();
        if (fault.kind() == FaultKind.REFUSED || site.journal().channel(channel.target()).isEmpty()) {
            return cause;
        }
        if (targetIsGone(fault.kind())) {
            return new FaultException(FaultKind.INCOMPLETE, "restore.target-deleted",
                    channel.target() + " was deleted while it was being written.", "Restore it again without --resume.",
                    cause);
        }
        return new FaultException(new Fault(fault.kind(), fault.code(), fault.message(),
                (fault.remedy() + " What was written stays: continue with --resume.").strip(), fault.details()), cause);
    }

    /// Brokers tell writers that late, if at all.
    private boolean targetIsGone(FaultKind kind) throws InterruptedException {
        if (kind == FaultKind.CANCELLED || kind == FaultKind.CLOSED || kind == FaultKind.UNREACHABLE) {
            return false;
        }
        try {
            return Rehearsal.describe(site.session(), channel.target()).isEmpty();
        } catch (FaultException unknown) {
            return false;
        }
    }
}
