package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.Field.When;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.FieldType.Choice;
import dev.brokerscope.api.settings.FieldType.Option;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.api.settings.SettingsSchema.Group;
import dev.brokerscope.api.settings.SettingsSchema.Preset;
import java.util.List;
import java.util.Map;

/// What a connection to Kafka can be told. Keys are Kafka's own where Kafka has one.
final class KafkaSettings {

    static final String BOOTSTRAP = "bootstrap.servers";
    static final String PROTOCOL = "security.protocol";
    static final String TRUST_TYPE = "ssl.truststore.type";
    static final String TRUST_FILE = "ssl.truststore.location";
    static final String TRUST_PASSWORD = "ssl.truststore.password";
    static final String KEY_TYPE = "ssl.keystore.type";
    static final String KEY_FILE = "ssl.keystore.location";
    static final String KEY_STORE_PASSWORD = "ssl.keystore.password";
    static final String KEY_PASSWORD = "ssl.key.password";
    static final String MECHANISM = "sasl.mechanism";
    static final String USER = "sasl.username";
    static final String PASSWORD = "sasl.password";
    static final String TOKEN_URL = "sasl.oauthbearer.token.endpoint.url";
    static final String CLIENT = "sasl.oauthbearer.client.id";
    static final String CLIENT_SECRET = "sasl.oauthbearer.client.secret";
    static final String SCOPE = "sasl.oauthbearer.scope";
    static final String CLIENT_ID = "client.id";
    static final String TIMEOUT = "timeout";
    static final String COMPRESSION = "compression.type";
    static final String PROPERTIES = "properties";

    /// The certificate authorities of the Java runtime.
    static final String SYSTEM = "SYSTEM";
    static final String NONE = "NONE";

    private static final When TLS = When.is(PROTOCOL, "SSL", "SASL_SSL");
    private static final When SASL = When.is(PROTOCOL, "SASL_PLAINTEXT", "SASL_SSL");
    private static final When BY_PASSWORD = When.is(MECHANISM, "PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");
    private static final When BY_TOKEN = When.is(MECHANISM, "OAUTHBEARER");
    private static final List<String> STORES = List.of(".p12", ".pfx", ".jks", ".pem", ".crt");

    static final SettingsSchema SCHEMA = new SettingsSchema(List.of(broker(), tls(), signIn(), advanced()), presets());

    private KafkaSettings() {}

    private static Group broker() {
        return new Group("broker", "Broker", false, List.of(
                Field.required(BOOTSTRAP, "Bootstrap servers", "One or more brokers, as host:port.",
                        new FieldType.Hosts(9092)),
                Field.optional(PROTOCOL, "Security", "What the port of the broker speaks.", new Choice(List.of(
                        new Option("PLAINTEXT", "None"), new Option("SSL", "TLS"),
                        new Option("SASL_PLAINTEXT", "Sign-in without encryption"),
                        new Option("SASL_SSL", "TLS and sign-in"))), "PLAINTEXT")));
    }

    private static Group tls() {
        When stored = When.is(TRUST_TYPE, "PEM", "PKCS12", "JKS");
        When locked = When.is(TRUST_TYPE, "PKCS12", "JKS");
        When keyed = When.is(KEY_TYPE, "PEM", "PKCS12", "JKS");
        When keyLocked = When.is(KEY_TYPE, "PKCS12", "JKS");
        return new Group("tls", "TLS", false, List.of(
                Field.optional(TRUST_TYPE, "Trusted authorities", "Who vouches for the broker's certificate.",
                        new Choice(List.of(new Option(SYSTEM, "Those of Java"), new Option("PEM", "PEM file"),
                                new Option("PKCS12", "PKCS12 store"), new Option("JKS", "JKS store"))),
                        SYSTEM, TLS),
                Field.required(TRUST_FILE, "Trust store", "", new FieldType.FilePath(STORES), TLS, stored),
                Field.optional(TRUST_PASSWORD, "Trust store password", "", new FieldType.Secret(false), "", TLS,
                        locked),
                Field.optional(KEY_TYPE, "Client certificate", "Needed where the broker asks clients for one.",
                        new Choice(List.of(new Option(NONE, "None"), new Option("PEM", "PEM file"),
                                new Option("PKCS12", "PKCS12 store"), new Option("JKS", "JKS store"))),
                        NONE, TLS),
                Field.required(KEY_FILE, "Key store", "Key and certificate chain.", new FieldType.FilePath(STORES), TLS,
                        keyed),
                Field.optional(KEY_STORE_PASSWORD, "Key store password", "", new FieldType.Secret(false), "", TLS,
                        keyLocked),
                Field.optional(KEY_PASSWORD, "Key password", "Where it differs from that of the store.",
                        new FieldType.Secret(false), "", TLS, keyed)));
    }

    private static Group signIn() {
        return new Group("sign-in", "Sign-in", false, List.of(
                Field.optional(MECHANISM, "Mechanism", "", new Choice(List.of(new Option("PLAIN", "PLAIN"),
                        new Option("SCRAM-SHA-256", "SCRAM-SHA-256"), new Option("SCRAM-SHA-512", "SCRAM-SHA-512"),
                        new Option("OAUTHBEARER", "OAUTHBEARER (client credentials)"))), "PLAIN", SASL),
                Field.required(USER, "User", "", new FieldType.Text("", "alice"), SASL, BY_PASSWORD),
                Field.required(PASSWORD, "Password", "", new FieldType.Secret(false), SASL, BY_PASSWORD),
                Field.required(TOKEN_URL, "Token endpoint", "Where the identity provider hands out tokens.",
                        new FieldType.Text("https?://.+", "https://login.example.org/oauth2/token"), SASL, BY_TOKEN),
                Field.required(CLIENT, "Client id", "", new FieldType.Text("", "my-client"), SASL, BY_TOKEN),
                Field.required(CLIENT_SECRET, "Client secret", "", new FieldType.Secret(false), SASL, BY_TOKEN),
                Field.optional(SCOPE, "Scope", "", new FieldType.Text("", "kafka"), "", SASL, BY_TOKEN)));
    }

    private static Group advanced() {
        return new Group("advanced", "Advanced", true, List.of(
                Field.optional(CLIENT_ID, "Client id suffix",
                        "Stands in the broker's logs and quotas behind \"brokerscope-\".",
                        new FieldType.Text("[\\w.-]*", "me"), ""),
                Field.optional(TIMEOUT, "Timeout", "How long to wait for an answer.", new FieldType.Span(), "15s"),
                Field.optional(COMPRESSION, "Compression when writing", "How batches travel and are stored.",
                        new Choice(List.of(new Option("none", "None"), new Option("lz4", "LZ4"),
                                new Option("zstd", "Zstandard"), new Option("gzip", "gzip"),
                                new Option("snappy", "Snappy"))),
                        "lz4"),
                Field.optional(PROPERTIES, "Client properties",
                        "Kafka's own properties that tune networking; none that load code or read files.",
                        new FieldType.Table(), "")));
    }

    private static List<Preset> presets() {
        return List.of(
                new Preset("local", "Local broker", Map.of(BOOTSTRAP, "localhost:9092", PROTOCOL, "PLAINTEXT")),
                new Preset("confluent", "Confluent Cloud",
                        Map.of(PROTOCOL, "SASL_SSL", MECHANISM, "PLAIN", TRUST_TYPE, SYSTEM)),
                new Preset("msk", "Amazon MSK with SCRAM",
                        Map.of(PROTOCOL, "SASL_SSL", MECHANISM, "SCRAM-SHA-512", TRUST_TYPE, SYSTEM)),
                new Preset("mtls", "Mutual TLS", Map.of(PROTOCOL, "SSL", TRUST_TYPE, "PEM", KEY_TYPE, "PEM")));
    }
}
