package dev.brokerscope.core.schema;

import dev.brokerscope.api.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How to reach a schema registry. Secrets are held as references only.
///
/// @param url of the registry, with the path of its API where it has one: `http://host:8081`,
///        `https://host/apis/registry/v3`, `https://host/apis/ccompat/v7`
/// @param trust certificates to trust instead of the JDK's
/// @param timeout of one request
public record RegistrySettings(URI url, Kind kind, Auth auth, Optional<KeyFile> trust, Duration timeout) {

    /// Which API it speaks; `AUTO` asks it.
    public enum Kind {
        AUTO, CONFLUENT, APICURIO
    }

    /// How to sign in.
    public sealed interface Auth {
        record None() implements Auth {}

        /// @param password a reference
        record Basic(String user, String password) implements Auth {}

        /// @param token a reference
        record Bearer(String token) implements Auth {}

        record MutualTls(KeyFile keys) implements Auth {}
    }

    /// A key store or trust store: PKCS 12, JKS or, for trust only, PEM certificates.
    ///
    /// @param password a reference; absent for none
    public record KeyFile(Path file, Optional<String> password) {}

    /// Without signing in, kind found by asking.
    public static RegistrySettings at(String url) {
        return new RegistrySettings(URI.create(url), Kind.AUTO, new Auth.None(), Optional.empty(),
                Duration.ofSeconds(10));
    }

    /// Of values that [RegistryForm#SCHEMA] finds no problem in.
    public static RegistrySettings of(Settings settings) {
        return RegistryForm.read(settings);
    }

    /// The same as declared settings, for forms and files.
    public Settings settings() {
        Map<String, String> values = new TreeMap<>();
        RegistryForm.write(this, values);
        return new Settings(values);
    }

    /// The URL as people may see it: without user information.
    public String displayUrl() {
        String text = url.toString();
        int at = url.getRawUserInfo() == null ? -1 : text.indexOf('@');
        return at < 0 ? text : text.substring(0, text.indexOf("//") + 2) + text.substring(at + 1);
    }
}
