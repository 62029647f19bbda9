package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Host;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/// Fetches the secrets that settings refer to. Kafka's client wants strings; it hides `Password` in its own logs.
record SecretReader(Settings settings, Host host) {

    String text(String key) throws FaultException {
        Optional<String> reference = settings.get(key).filter(r -> !r.isBlank());
        if (reference.isEmpty()) {
            return "";
        }
        char[] secret = host.secret(reference.get());
        try {
            return new String(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    Optional<Password> password(String key) throws FaultException {
        String text = text(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Password(text));
    }
}
