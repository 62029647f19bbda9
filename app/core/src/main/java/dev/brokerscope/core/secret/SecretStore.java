package dev.brokerscope.core.secret;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Resolves references to secrets, and keeps new ones in the keyring of the system or, where there is none, in the
/// encrypted vault. Any thread.
public final class SecretStore {

    private static final long MOST = 64 << 10;

    private final Keyrings keyring;
    private final Vault vault;
    private final SecretPrompt prompt;
    private final Map<String, String> environment;

    public SecretStore(Keyrings keyring, Vault vault, SecretPrompt prompt, Map<String, String> environment) {
        this.keyring = keyring;
        this.vault = vault;
        this.prompt = prompt;
        this.environment = Map.copyOf(environment);
    }

    /// The secret behind a reference. May ask the user; the caller wipes the array.
    ///
    /// @throws FaultException where there is none, saying which reference and what to do
    public char[] resolve(String reference) throws FaultException {
        SecretRef ref = SecretRef.parse(reference)
                .orElseThrow(() -> new FaultException(FaultKind.INVALID_SETTINGS, "secret.plain",
                        "A secret stands where only a reference to one may stand.",
                        "Give @env:NAME, @file:PATH, @keyring:NAME, @vault:NAME or @ask instead."));
        return switch (ref) {
            case SecretRef.Environment e -> fromEnvironment(e.variable());
            case SecretRef.InFile f -> fromFile(Path.of(f.path()));
            case SecretRef.Keyring k -> keyring.find(k.name()).orElseThrow(() -> missing(reference, keyring.place()));
            case SecretRef.Vault v -> vault.find(v.name()).orElseThrow(() -> missing(reference, vault.place()));
            case SecretRef.Ask a -> prompt.ask(a.label().isEmpty() ? "Password" : a.label())
                    .orElseThrow(() -> new FaultException(FaultKind.REFUSED, "secret.nobody",
                            "The secret " + reference + " must be typed, but there is nobody to ask.",
                            "Give it as @env:NAME or @file:PATH."));
        };
    }

    /// Keeps a secret in the best place there is.
    ///
    /// @return the reference for the profile
    public String store(String name, char[] secret) throws FaultException {
        if (keyring.available()) {
            keyring.put(name, secret);
            return new SecretRef.Keyring(name).text();
        }
        vault.put(name, secret);
        return new SecretRef.Vault(name).text();
    }

    /// Forgets a secret that `store` kept; other references are nobody's to remove.
    public void remove(String reference) throws FaultException {
        Optional<SecretRef> ref = SecretRef.parse(reference);
        if (ref.isPresent()) {
            switch (ref.get()) {
                case SecretRef.Keyring k -> keyring.remove(k.name());
                case SecretRef.Vault v -> vault.remove(v.name());
                case SecretRef.Environment _,SecretRef.InFile _,SecretRef.Ask _ -> {
                }
            }
        }
    }

    /// Where `store` would keep a secret, for people: `the keyring of the system`.
    public String place() {
        return keyring.available() ? keyring.place() : vault.place();
    }

    private char[] fromEnvironment(String variable) throws FaultException {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "secret.environment",
                    "The environment variable " + variable + " is " + (value == null ? "not set." : "empty."),
                    "Set it before the program starts, or refer to another place.");
        }
        return value.toCharArray();
    }

    /// A trailing line break belongs to the editor, not to the secret.
    private static char[] fromFile(Path path) throws FaultException {
        try {
            if (Files.size(path) > MOST) {
                throw new FaultException(FaultKind.INVALID_SETTINGS, "secret.file",
                        "The file " + path + " is larger than 64 KiB: that is no secret.", "Check the path.");
            }
            byte[] bytes = Files.readAllBytes(path);
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
            Arrays.fill(bytes, (byte) 0);
            int end = text.limit();
            while (end > 0 && (text.get(end - 1) == '\n' || text.get(end - 1) == '\r')) {
                end--;
            }
            char[] secret = Arrays.copyOf(text.array(), end);
            Arrays.fill(text.array(), '\0');
            return secret;
        } catch (IOException e) {
            throw new FaultException(FaultKind.INVALID_SETTINGS, "secret.file",
                    "The secret's file " + path + " cannot be read.", "Check the path and its permissions.", e);
        }
    }

    private static FaultException missing(String reference, String place) {
        return new FaultException(FaultKind.INVALID_SETTINGS, "secret.missing",
                "There is no secret " + reference + " in " + place + ".",
                "Enter it again in the connection's settings, or refer to another place.");
    }
}
