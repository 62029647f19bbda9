package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.fault.FaultException;

/// What a registry speaks.
sealed interface RegistryApi permits ConfluentApi, ApicurioApi {

    /// @throws FaultException of kind `NOT_FOUND` where the registry does not know it
    RegisteredSchema fetch(SchemaId id) throws FaultException, InterruptedException;

    /// What it is, for people: `Confluent-compatible, 12 subjects`.
    String describe() throws FaultException, InterruptedException;
}
