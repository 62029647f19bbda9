package dev.brokerscope.plugin.kafka;

import static dev.brokerscope.plugin.kafka.KafkaSettings.SCHEMA;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/// Encryption and sign-in. The host name of a certificate is always checked: there is no way to trust everybody.
record KafkaSecurity(Settings settings, SecretReader secrets) {

    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    Map<String, Object> properties() throws FaultException {
        String protocol = SCHEMA.valueOf(KafkaSettings.PROTOCOL, settings);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("security.protocol", protocol);
        if (protocol.endsWith("SSL")) {
            properties.putAll(tls());
        }
        if (protocol.startsWith("SASL")) {
            properties.putAll(signIn());
        }
        return properties;
    }

    private Map<String, Object> tls() throws FaultException {
        Map<String, Object> tls = new LinkedHashMap<>();
        tls.put("ssl.endpoint.identification.algorithm", "https");
        String trust = SCHEMA.valueOf(KafkaSettings.TRUST_TYPE, settings);
        if (!trust.equals(KafkaSettings.SYSTEM)) {
            tls.put("ssl.truststore.type", trust);
            tls.put("ssl.truststore.location", file(KafkaSettings.TRUST_FILE, "trust store"));
            if (!trust.equals("PEM")) {
                put(tls, "ssl.truststore.password", secrets.password(KafkaSettings.TRUST_PASSWORD));
            }
        }
        String key = SCHEMA.valueOf(KafkaSettings.KEY_TYPE, settings);
        if (!key.equals(KafkaSettings.NONE)) {
            tls.put("ssl.keystore.type", key);
            tls.put("ssl.keystore.location", file(KafkaSettings.KEY_FILE, "key store"));
            if (!key.equals("PEM")) {
                put(tls, "ssl.keystore.password", secrets.password(KafkaSettings.KEY_STORE_PASSWORD));
                put(tls, "ssl.key.password", secrets.password(KafkaSettings.KEY_STORE_PASSWORD));
            }
            put(tls, "ssl.key.password", secrets.password(KafkaSettings.KEY_PASSWORD));
        }
        return tls;
    }

    private Map<String, Object> signIn() throws FaultException {
        String mechanism = SCHEMA.valueOf(KafkaSettings.MECHANISM, settings);
        Map<String, Object> sasl = new LinkedHashMap<>();
        sasl.put("sasl.mechanism", mechanism);
        if (mechanism.equals("OAUTHBEARER")) {
            sasl.putAll(token());
        } else {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("username", settings.get(KafkaSettings.USER, ""));
            options.put("password", secrets.text(KafkaSettings.PASSWORD));
            sasl.put("sasl.jaas.config", new Password(
                    JaasText.of(mechanism.equals("PLAIN") ? JaasText.PLAIN : JaasText.SCRAM, options)));
        }
        return sasl;
    }

    /// Client credentials: Kafka demands that the whole JVM names the addresses tokens may come from.
    private Map<String, Object> token() throws FaultException {
        String url = settings.get(KafkaSettings.TOKEN_URL, "");
        System.getProperties().merge(ALLOWED_URLS, url,
                (known, added) -> ("," + known + ",").contains("," + added + ",")
                        ? known : known + "," + added);
        TokenSignIn.enter();
        Map<String, Object> token = new LinkedHashMap<>();
        token.put("sasl.oauthbearer.token.endpoint.url", url);
        token.put("sasl.oauthbearer.client.credentials.client.id", settings.get(KafkaSettings.CLIENT, ""));
        put(token, "sasl.oauthbearer.client.credentials.client.secret", secrets.password(KafkaSettings.CLIENT_SECRET));
        settings.get(KafkaSettings.SCOPE).filter(s -> !s.isBlank())
                .ifPresent(s -> token.put("sasl.oauthbearer.scope", s));
        token.put("sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        token.put("sasl.jaas.config", new Password(JaasText.of(JaasText.TOKEN, Map.of())));
        return token;
    }

    private String file(String key, String what) throws FaultException {
        String path = settings.get(key, "");
        if (!Files.isReadable(Path.of(path))) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "kafka.store-missing",
                    "The " + what + " " + path + " cannot be read.", "Check the path and its permissions.");
        }
        return path;
    }

    private static void put(Map<String, Object> target, String key, Optional<Password> password) {
        password.ifPresent(p -> target.put(key, p));
    }
}
