package dev.brokerscope.plugin.memory;

import dev.brokerscope.api.fault.FaultException;

/// Something that needs the broker to stand still.
interface MemoryAction<T> {

    T run() throws FaultException;
}
