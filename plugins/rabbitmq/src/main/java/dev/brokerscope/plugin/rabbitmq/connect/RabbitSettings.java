package dev.brokerscope.plugin.rabbitmq.connect;

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

/// What a connection to RabbitMQ can be told.
public final class RabbitSettings {

    public static final String HOSTS = "hosts";
    public static final String VHOST = "vhost";
    public static final String SIGN_IN = "sign-in";
    public static final String USER = "username";
    public static final String PASSWORD = "password";
    public static final String TLS = "tls";
    public static final String TRUST_FILE = "tls.ca.file";
    public static final String KEY_FILE = "tls.client.file";
    public static final String KEY_PASSWORD = "tls.client.password";
    public static final String MANAGEMENT_URL = "management.url";
    public static final String MANAGEMENT_USER = "management.username";
    public static final String MANAGEMENT_PASSWORD = "management.password";
    public static final String STREAM_HOSTS = "stream.hosts";
    public static final String NAMES = "names";
    public static final String BROWSE_MESSAGES = "browse.messages";
    public static final String BROWSE_BYTES = "browse.megabytes";
    public static final String ROUTING_KEY = "routing.key";
    public static final String TIMEOUT = "timeout";

    static final int PORT = 5672;
    static final int TLS_PORT = 5671;
    static final int STREAM_PORT = 5552;
    static final int DEFAULT_BROWSE_MESSAGES = 1_000_000;
    static final int DEFAULT_BROWSE_MEGABYTES = 1_024;
    static final String GUEST = "guest";

    private static final When SECURE = When.is(TLS, "true");
    private static final When PLAIN = When.is(SIGN_IN, "plain");

    public static final SettingsSchema SCHEMA =
            new SettingsSchema(List.of(server(), tls(), signIn(), management(), reading(), advanced()),
                    List.of(new Preset("local", "Local server", Map.of(HOSTS, "localhost:5672", MANAGEMENT_URL,
                            "http://localhost:15672")),
                            new Preset("tls", "TLS", Map.of(HOSTS, "localhost:5671", TLS, "true")),
                            new Preset("external", "Client certificate", Map.of(HOSTS, "localhost:5671", TLS, "true",
                                    SIGN_IN, "external"))));

    private RabbitSettings() {}

    private static Group server() {
        return new Group("server", "Server", false, List.of(
                Field.required(HOSTS, "Servers",
                        "One server of the cluster, or several: the first that answers counts.",
                        new FieldType.Hosts(PORT)),
                Field.optional(VHOST, "Virtual host", "", new FieldType.Text("", "/"), "/")));
    }

    private static Group tls() {
        return new Group("tls", "TLS", false, List.of(
                Field.optional(TLS, "TLS", "Whether the port speaks TLS.", new FieldType.Flag(), "false"),
                Field.optional(TRUST_FILE, "Trusted authorities", "A PEM file; without one those of Java count.",
                        new FieldType.FilePath(List.of(".pem", ".crt")), "", SECURE),
                Field.optional(KEY_FILE, "Client certificate", "A PKCS #12 store with key and certificate.",
                        new FieldType.FilePath(List.of(".p12", ".pfx")), "", SECURE),
                Field.optional(KEY_PASSWORD, "Its password", "", new FieldType.Secret(false), "", SECURE)));
    }

    private static Group signIn() {
        return new Group("sign-in", "Sign-in", false, List.of(
                Field.optional(SIGN_IN, "Who you are", "",
                        new Choice(List.of(new Option("plain", "User and password"),
                                new Option("external", "The client certificate"))),
                        "plain"),
                Field.optional(USER, "User", "", new FieldType.Text("", GUEST), GUEST, PLAIN),
                Field.optional(PASSWORD, "Password", "A token where the server takes OAuth 2; without one \"guest\".",
                        new FieldType.Secret(false), "", PLAIN)));
    }

    private static Group management() {
        return new Group("management", "Management", false, List.of(
                Field.optional(MANAGEMENT_URL, "Management URL",
                        "Lists all channels and their details; without it only those named below are shown.",
                        new FieldType.Text("https?://[^/\\s]+(/.*)?", "http://localhost:15672"), ""),
                Field.optional(MANAGEMENT_USER, "Its user", "Without one the same as above.",
                        new FieldType.Text("", "monitoring"), ""),
                Field.optional(MANAGEMENT_PASSWORD, "Its password", "", new FieldType.Secret(false), ""),
                Field.optional(NAMES, "Known channels",
                        "Queues and streams to show where there is no management URL; exchange/NAME for exchanges.",
                        new FieldType.Text("", "orders, audit, exchange/shop"), "")));
    }

    private static Group reading() {
        return new Group("reading", "Reading and writing", false, List.of(
                Field.optional(BROWSE_MESSAGES, "Browse at most",
                        "Of a queue; what is browsed stays in the server's memory until the end.",
                        new FieldType.Whole(1, 100_000_000, "messages"), Integer.toString(DEFAULT_BROWSE_MESSAGES)),
                Field.optional(BROWSE_BYTES, "Browse at most", "", new FieldType.Whole(1, 1_000_000, "MiB"),
                        Integer.toString(DEFAULT_BROWSE_MEGABYTES)),
                Field.optional(ROUTING_KEY, "Routing key",
                        "For messages that have none and are published to an exchange.",
                        new FieldType.Text("", "orders.new"), "")));
    }

    private static Group advanced() {
        return new Group("advanced", "Advanced", true, List.of(
                Field.optional(STREAM_HOSTS, "Stream servers",
                        "Where the stream protocol is spoken; without it port 5552 of the first server.",
                        new FieldType.Hosts(STREAM_PORT), ""),
                Field.optional(TIMEOUT, "Timeout", "How long to wait for an answer.", new FieldType.Span(), "15s")));
    }
}
