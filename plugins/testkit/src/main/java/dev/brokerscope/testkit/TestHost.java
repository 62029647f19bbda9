package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the program lends to a plugin, for tests without the program: secrets by reference.
public record TestHost(Map<String, String> secrets) implements Host {

    public TestHost {
        secrets = Map.copyOf(secrets);
    }

    public static TestHost withoutSecrets() {
        return new TestHost(Map.of());
    }

    /// The same, with one more secret behind a reference such as `@env:PASSWORD`.
    public TestHost with(String reference, String secret) {
        Map<String, String> more = new LinkedHashMap<>(secrets);
        more.put(reference, secret);
        return new TestHost(more);
    }

    @Override
    public char[] secret(String reference) throws FaultException {
        String secret = secrets.get(reference);
        if (secret == null) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "secret.missing",
                    "There is no secret " + reference + ".",
                    "Give it to the TestHost.");
        }
        return secret.toCharArray();
    }

    @Override
    public Thread thread(String name, Runnable body) {
        return Thread.ofPlatform().name(name).daemon().unstarted(body);
    }

    @Override
    public Path workFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
