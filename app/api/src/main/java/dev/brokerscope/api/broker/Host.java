package dev.brokerscope.api.broker;

import dev.brokerscope.api.fault.FaultException;
import java.nio.file.Path;

/// What the program lends to a plugin.
public interface Host {

    /// The secret behind a reference (`@env:NAME`, `@file:PATH`, `@keyring:NAME`). The caller wipes it after use.
    ///
    /// @throws FaultException where there is none, saying which reference and what to do
    char[] secret(String reference) throws FaultException;

    /// A named daemon thread with the plugin's class loader as its context class loader; not yet started.
    Thread thread(String name, Runnable body);

    /// A folder for natives and scratch files of the plugin, in the cache.
    Path workFolder();
}
