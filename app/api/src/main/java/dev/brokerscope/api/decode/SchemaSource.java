package dev.brokerscope.api.decode;

import dev.brokerscope.api.fault.FaultException;

/// Where schemas come from: a registry, files, an archive, or several of them in turn. Caches; any thread.
public interface SchemaSource {

    /// @throws FaultException of kind `NOT_FOUND` where nobody knows it, else why nobody could be asked
    RegisteredSchema find(SchemaId id) throws FaultException, InterruptedException;
}
