package dev.brokerscope.plugin.redis;

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

/// What a connection to Redis can be told.
final class RedisSettings {

    static final String HOSTS = "hosts";
    static final String MODE = "mode";
    static final String MASTER = "sentinel.master";
    static final String DATABASE = "database";
    static final String USER = "username";
    static final String PASSWORD = "password";
    static final String SENTINEL_USER = "sentinel.username";
    static final String SENTINEL_PASSWORD = "sentinel.password";
    static final String TLS = "tls";
    static final String TRUST_FILE = "tls.ca.file";
    static final String KEY_FILE = "tls.client.file";
    static final String KEY_PASSWORD = "tls.client.password";
    static final String VALUE_FIELDS = "value.fields";
    static final String KEY_FIELD = "key.field";
    static final String TIMEOUT = "timeout";

    static final int PORT = 6379;
    static final String DEFAULT_VALUE_FIELDS = "payload, data, value, body, message, event";
    static final String DEFAULT_KEY_FIELD = "key";

    private static final When SENTINEL = When.is(MODE, "sentinel");
    private static final When SECURE = When.is(TLS, "true");

    static final SettingsSchema SCHEMA = new SettingsSchema(List.of(server(), tls(), signIn(), entries(), advanced()),
            List.of(new Preset("local", "Local server", Map.of(HOSTS, "localhost:6379")),
                    new Preset("sentinel", "Sentinel", Map.of(MODE, "sentinel", HOSTS, "localhost:26379")),
                    new Preset("cluster", "Cluster", Map.of(MODE, "cluster"))));

    private RedisSettings() {}

    private static Group server() {
        return new Group("server", "Server", false, List.of(
                Field.required(HOSTS, "Servers", "One server; of a cluster or of sentinels, one or more of them.",
                        new FieldType.Hosts(PORT)),
                Field.optional(MODE, "Kind", "", new Choice(List.of(new Option("standalone", "One server"),
                        new Option("sentinel", "Watched by sentinels"), new Option("cluster", "Cluster"))),
                        "standalone"),
                Field.required(MASTER, "Name of the master", "As the sentinels know it.",
                        new FieldType.Text("", "mymaster"), SENTINEL),
                Field.optional(DATABASE, "Database", "", new FieldType.Whole(0, 1_000_000, ""), "0",
                        When.is(MODE, "standalone", "sentinel"))));
    }

    private static Group tls() {
        List<String> certificates = List.of(".pem", ".crt");
        return new Group("tls", "TLS", false, List.of(
                Field.optional(TLS, "TLS", "Whether the port speaks TLS.", new FieldType.Flag(), "false"),
                Field.optional(TRUST_FILE, "Trusted authorities", "A PEM file; without one those of Java count.",
                        new FieldType.FilePath(certificates), "", SECURE),
                Field.optional(KEY_FILE, "Client certificate", "A PKCS #12 store with key and certificate.",
                        new FieldType.FilePath(List.of(".p12", ".pfx")), "", SECURE),
                Field.optional(KEY_PASSWORD, "Its password", "", new FieldType.Secret(false), "", SECURE)));
    }

    private static Group signIn() {
        return new Group("sign-in", "Sign-in", false, List.of(
                Field.optional(USER, "User", "Without one it is the user \"default\".",
                        new FieldType.Text("", "alice"), ""),
                Field.optional(PASSWORD, "Password", "", new FieldType.Secret(false), ""),
                Field.optional(SENTINEL_USER, "User of the sentinels", "", new FieldType.Text("", "alice"), "",
                        SENTINEL),
                Field.optional(SENTINEL_PASSWORD, "Password of the sentinels", "", new FieldType.Secret(false), "",
                        SENTINEL)));
    }

    private static Group entries() {
        return new Group("entries", "Entries", false, List.of(
                Field.optional(VALUE_FIELDS, "Fields with the value",
                        "The first that an entry has is its value; of an entry with one field it is that one.",
                        new FieldType.Text("[^,]*[^, ][^,]*(,[^,]*[^, ][^,]*)*", "payload, data"),
                        DEFAULT_VALUE_FIELDS),
                Field.optional(KEY_FIELD, "Field with the key", "All other fields are headers.",
                        new FieldType.Text("", "key"), DEFAULT_KEY_FIELD)));
    }

    private static Group advanced() {
        return new Group("advanced", "Advanced", true, List.of(
                Field.optional(TIMEOUT, "Timeout", "How long to wait for an answer.", new FieldType.Span(), "15s")));
    }
}
