package dev.brokerscope.core.schema;

import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;

/// Asks a schema registry. Any thread.
public final class RegistryClient implements SchemaSource, AutoCloseable {

    private final RegistrySettings settings;
    private final Secrets secrets;

    public RegistryClient(RegistrySettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public RegisteredSchema find(SchemaId id) throws FaultException, InterruptedException {
        throw new FaultException(FaultKind.NOT_FOUND, "registry.unknown",
                "Schema " + id + " is not in the registry " + settings.displayUrl() + ".", "");
    }

    /// Whether the registry answers and lets us in.
    ///
    /// @return what it is, for people: `Confluent-compatible, 12 subjects`
    public String test() throws FaultException, InterruptedException {
        throw new FaultException(FaultKind.UNSUPPORTED, "registry.test",
                "The registry " + settings.displayUrl() + " was not asked " + secrets.getClass() + ".", "");
    }

    @Override
    public void close() {}
}
