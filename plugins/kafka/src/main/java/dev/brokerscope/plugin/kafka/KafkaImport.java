package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.Settings;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes over a pasted `client.properties`. Only what our own settings know is taken; properties that load code or read
/// files are left behind, and so are secrets in the clear: a reference to a variable (`${env:NAME}`) becomes one of ours.
final class KafkaImport {

    private static final Set<String> SAME = Set.of(KafkaSettings.BOOTSTRAP, KafkaSettings.PROTOCOL,
            KafkaSettings.TRUST_TYPE, KafkaSettings.TRUST_FILE, KafkaSettings.KEY_TYPE, KafkaSettings.KEY_FILE,
            KafkaSettings.MECHANISM, KafkaSettings.TOKEN_URL, KafkaSettings.COMPRESSION);
    private static final Map<String, String> KCAT = Map.of("metadata.broker.list", KafkaSettings.BOOTSTRAP,
            "sasl.mechanisms", KafkaSettings.MECHANISM, "sasl.username", KafkaSettings.USER);
    private static final Set<String> SECRETS = Set.of(KafkaSettings.TRUST_PASSWORD, KafkaSettings.KEY_STORE_PASSWORD,
            KafkaSettings.KEY_PASSWORD, KafkaSettings.PASSWORD);
    private static final Pattern OPTION = Pattern.compile("(\\w+)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?:env:)?(\\w+)}");

    private final Map<String, String> values = new LinkedHashMap<>();

    private KafkaImport() {}

    static Optional<Settings> parse(String text) {
        Properties given = new Properties();
        try {
            given.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
        KafkaImport taken = new KafkaImport();
        given.stringPropertyNames().stream().sorted()
                .forEach(name -> taken.take(name, given.getProperty(name).strip()));
        return taken.values.containsKey(KafkaSettings.BOOTSTRAP)
                ? Optional.of(new Settings(taken.values)) : Optional.empty();
    }

    private void take(String name, String value) {
        if (SAME.contains(name)) {
            put(name, value);
        } else if (KCAT.containsKey(name)) {
            put(KCAT.getOrDefault(name, name), value);
        } else if (SECRETS.contains(name)) {
            secret(name, value);
        } else if (name.equals("sasl.jaas.config")) {
            jaas(value);
        } else if (ExtraProperties.allowed(name)) {
            values.put(KafkaSettings.PROPERTIES + "." + name, value);
        }
    }

    /// A file without its type is a store of Kafka's default.
    private void put(String name, String value) {
        boolean fits = KafkaSettings.SCHEMA.field(name).map(f -> f.type().problem(value).isEmpty()).orElse(false);
        if (fits) {
            values.put(name, value);
        }
        if (name.equals(KafkaSettings.TRUST_FILE)) {
            values.putIfAbsent(KafkaSettings.TRUST_TYPE, "JKS");
        }
        if (name.equals(KafkaSettings.KEY_FILE)) {
            values.putIfAbsent(KafkaSettings.KEY_TYPE, "JKS");
        }
    }

    private void secret(String key, String value) {
        Matcher variable = VARIABLE.matcher(value);
        if (variable.matches()) {
            values.put(key, "@env:" + variable.group(1));
        } else if (new FieldType.Secret(false).problem(value).isEmpty()) {
            values.put(key, value);
        }
    }

    private void jaas(String text) {
        boolean ours = text.startsWith(JaasText.PLAIN) || text.startsWith(JaasText.SCRAM)
                || text.startsWith(JaasText.TOKEN);
        Matcher option = OPTION.matcher(text);
        while (ours && option.find()) {
            String value = option.group(2).replaceAll("\\\\(.)", "$1");
            switch (option.group(1)) {
                case "username" -> values.put(KafkaSettings.USER, value);
                case "password" -> secret(KafkaSettings.PASSWORD, value);
                case "clientId" -> values.put(KafkaSettings.CLIENT, value);
                case "clientSecret" -> secret(KafkaSettings.CLIENT_SECRET, value);
                case "scope" -> values.put(KafkaSettings.SCOPE, value);
                default -> {
                    // options of the module that we do not know are left behind
                }
            }
        }
    }
}
