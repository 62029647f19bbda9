package dev.brokerscope.core.secret;

import java.util.Optional;

/// Where a secret is: what profiles hold instead of it.
public sealed interface SecretRef {

    record Environment(String variable) implements SecretRef {}

    record InFile(String path) implements SecretRef {}

    record Keyring(String name) implements SecretRef {}

    record Vault(String name) implements SecretRef {}

    /// Typed by the user each time.
    record Ask(String label) implements SecretRef {}

    /// Absent where the text is no reference: then it may be the secret itself, and must not be repeated to anybody.
    static Optional<SecretRef> parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? text : text.substring(0, colon);
        String name = colon < 0 ? "" : text.substring(colon + 1);
        boolean named = !name.isBlank();
        return switch (scheme) {
            case "@env" -> named ? Optional.of(new Environment(name)) : Optional.empty();
            case "@file" -> named ? Optional.of(new InFile(name)) : Optional.empty();
            case "@keyring" -> named ? Optional.of(new Keyring(name)) : Optional.empty();
            case "@vault" -> named ? Optional.of(new Vault(name)) : Optional.empty();
            case "@ask" -> Optional.of(new Ask(name));
            default -> Optional.empty();
        };
    }

    /// As profiles write it.
    default String text() {
        return switch (this) {
            case Environment e -> "@env:" + e.variable();
            case InFile f -> "@file:" + f.path();
            case Keyring k -> "@keyring:" + k.name();
            case Vault v -> "@vault:" + v.name();
            case Ask a -> a.label().isEmpty() ? "@ask" : "@ask:" + a.label();
        };
    }
}
