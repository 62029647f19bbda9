package dev.brokerscope.core.schema;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.FieldType.Option;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.core.schema.RegistrySettings.Auth;
import dev.brokerscope.core.schema.RegistrySettings.KeyFile;
import dev.brokerscope.core.schema.RegistrySettings.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The declared settings of a registry: the desktop draws the form, the command line takes `--registry-set key=value`.
public final class RegistryForm {

    private static final FieldType SECRET = new FieldType.Secret(false);
    private static final FieldType STORE = new FieldType.FilePath(List.of(".p12", ".pfx", ".jks"));
    private static final FieldType TRUST = new FieldType.FilePath(List.of(".p12", ".pfx", ".jks", ".pem", ".crt"));

    /// `url` is the key that `--registry URL` stands for.
    public static final SettingsSchema SCHEMA = new SettingsSchema(List.of(
            new SettingsSchema.Group("registry", "Schema registry", false, List.of(
                    Field.required("url", "URL", "Without user and password; those have fields of their own.",
                            new FieldType.Text("https?://[^@\\s]+", "https://registry:8081")),
                    Field.optional("kind", "Kind", "", new FieldType.Choice(List.of(new Option("auto", "Find out"),
                            new Option("confluent", "Confluent-compatible"), new Option("apicurio", "Apicurio"))),
                            "auto"),
                    Field.optional("auth", "Sign in", "", new FieldType.Choice(List.of(new Option("none", "Not at all"),
                            new Option("basic", "User and password"), new Option("bearer", "Bearer token"),
                            new Option("mtls", "Client certificate"))), "none"),
                    Field.required("user", "User", "", new FieldType.Text("", ""), Field.When.is("auth", "basic")),
                    Field.required("password", "Password", "", SECRET, Field.When.is("auth", "basic")),
                    Field.required("token", "Token", "", SECRET, Field.When.is("auth", "bearer")),
                    Field.required("keystore", "Key store", "Holds the client's key and certificate.", STORE,
                            Field.When.is("auth", "mtls")),
                    Field.optional("keystore.password", "Key store password", "", SECRET, "",
                            Field.When.is("auth", "mtls")))),
            new SettingsSchema.Group("registry.more", "Trust and time", true, List.of(
                    Field.optional("truststore", "Trust store", "Certificates to trust instead of Java's own.", TRUST,
                            ""),
                    Field.optional("truststore.password", "Trust store password", "", SECRET, ""),
                    Field.optional("timeout", "Timeout", "Of one request.", new FieldType.Span(), "10s")))),
            List.of());

    private RegistryForm() {}

    static RegistrySettings read(Settings s) {
        Auth auth = switch (s.get("auth", "none")) {
            case "basic" -> new Auth.Basic(s.get("user", ""), s.get("password", ""));
            case "bearer" -> new Auth.Bearer(s.get("token", ""));
            case "mtls" -> new Auth.MutualTls(keyFile(s, "keystore").orElseThrow(
                    () -> new IllegalArgumentException("a client certificate needs a key store")));
            default -> new Auth.None();
        };
        return new RegistrySettings(URI.create(s.get("url", "")),
                Kind.valueOf(s.get("kind", "auto").toUpperCase(Locale.ROOT)), auth, keyFile(s, "truststore"),
                s.span("timeout", Duration.ofSeconds(10)));
    }

    private static Optional<KeyFile> keyFile(Settings s, String key) {
        return s.get(key).filter(f -> !f.isBlank())
                .map(f -> new KeyFile(Path.of(f), s.get(key + ".password").filter(p -> !p.isBlank())));
    }

    static void write(RegistrySettings settings, Map<String, String> values) {
        values.put("url", settings.url().toString());
        values.put("kind", settings.kind().name().toLowerCase(Locale.ROOT));
        switch (settings.auth()) {
            case Auth.None _ -> values.put("auth", "none");
            case Auth.Basic b -> {
                values.put("auth", "basic");
                values.put("user", b.user());
                values.put("password", b.password());
            }
            case Auth.Bearer b -> {
                values.put("auth", "bearer");
                values.put("token", b.token());
            }
            case Auth.MutualTls m -> {
                values.put("auth", "mtls");
                write(m.keys(), "keystore", values);
            }
        }
        settings.trust().ifPresent(t -> write(t, "truststore", values));
        values.put("timeout", settings.timeout().toMillis() + "ms");
    }

    private static void write(KeyFile file, String key, Map<String, String> values) {
        values.put(key, file.file().toString());
        file.password().ifPresent(p -> values.put(key + ".password", p));
    }
}
