package dev.brokerscope.core.schema;

import dev.brokerscope.api.fault.FaultException;

/// Resolves references to secrets (`@env:NAME`, `@file:PATH`, `@keyring:NAME`, `@vault:NAME`).
@FunctionalInterface
public interface Secrets {

    /// The caller wipes the array after use.
    ///
    /// @throws FaultException where there is none, saying which reference and what to do
    char[] secret(String reference) throws FaultException;
}
