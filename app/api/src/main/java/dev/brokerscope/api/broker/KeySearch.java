package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;

/// Finds the messages of one key without reading all others: archives know which of their blocks may hold a key.
public interface KeySearch extends Extension {

    /// As `Session.open`, but only messages with exactly this key are handed out, and no gaps: what lies in between was
    /// not looked at.
    Cursor open(OpenRequest request, Bytes key) throws FaultException, InterruptedException;
}
