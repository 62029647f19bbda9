package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.secret.SecretStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the program lends to the plugins of one broker.
record BrokerHost(SecretStore secrets, Path workFolder) implements Host {

    @Override
    public char[] secret(String reference) throws FaultException {
        return secrets.resolve(reference);
    }

    @Override
    public Thread thread(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).unstarted(body);
    }

    /// Made when first asked for; in the temporary folder where the cache cannot be written.
    @Override
    public Path workFolder() {
        try {
            return Files.createDirectories(workFolder);
        } catch (IOException e) {
            try {
                return Files.createTempDirectory("brokerscope");
            } catch (IOException noPlaceAtAll) {
                throw new UncheckedIOException(noPlaceAtAll);
            }
        }
    }
}
