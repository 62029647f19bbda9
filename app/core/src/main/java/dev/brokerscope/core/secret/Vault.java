package dev.brokerscope.core.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Secrets in one file, encrypted with a passphrase: where the system has no keyring. Any thread of this process;
/// processes read the file anew for each call, the last one to write wins.
public final class Vault {

    /// The passphrase, where nobody can be asked.
    public static final String VARIABLE = "BROKERSCOPE_VAULT_PASSPHRASE";

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final SecretPrompt prompt;
    private final Map<String, String> environment;
    private final int iterations;
    private Optional<BoxKey> key = Optional.empty();

    public Vault(Path file, SecretPrompt prompt, Map<String, String> environment) {
        this(file, prompt, environment, BoxKey.ITERATIONS);
    }

    Vault(Path file, SecretPrompt prompt, Map<String, String> environment, int iterations) {
        this.file = file;
        this.iterations = iterations;
        this.prompt = prompt;
        this.environment = Map.copyOf(environment);
    }

    /// For people.
    public String place() {
        return "the encrypted vault " + file;
    }

    public synchronized Optional<char[]> find(String name) throws FaultException {
        return Files.exists(file) ? Optional.ofNullable(open().get(name)).map(String::toCharArray) : Optional.empty();
    }

    public synchronized void put(String name, char[] secret) throws FaultException {
        Map<String, String> secrets = Files.exists(file) ? open() : new LinkedHashMap<>();
        secrets.put(name, new String(secret));
        save(secrets);
    }

    public synchronized void remove(String name) throws FaultException {
        if (Files.exists(file)) {
            Map<String, String> secrets = open();
            if (secrets.remove(name) != null) {
                save(secrets);
            }
        }
    }

    private Map<String, String> open() throws FaultException {
        SealedBox box = read();
        BoxKey opening = keyOf(box);
        byte[] plain = box.open(opening).orElseThrow(this::wrong);
        key = Optional.of(opening);
        try {
            Map<String, String> secrets = new LinkedHashMap<>();
            JSON.readTree(plain).properties().forEach(e -> secrets.put(e.getKey(), e.getValue().asText()));
            return secrets;
        } catch (IOException e) {
            throw damaged(e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private void save(Map<String, String> secrets) throws FaultException {
        BoxKey sealing = key.isPresent()
                ? key.get()
                : BoxKey.fresh(passphrase("New passphrase for the vault of secrets"), iterations);
        key = Optional.of(sealing);
        try {
            byte[] plain = JSON.writeValueAsBytes(secrets);
            WholeFile.write(file,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(SealedBox.seal(plain, sealing)));
            Arrays.fill(plain, (byte) 0);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The key of this process, where the box is under the same; else one made of the passphrase, which takes a moment.
    private BoxKey keyOf(SealedBox box) throws FaultException {
        byte[] salt = box.saltBytes();
        return key.isPresent() && key.get().fits(salt, box.iterations())
                ? key.get()
                : BoxKey.of(passphrase("Passphrase of the vault"), salt, box.iterations());
    }

    private SealedBox read() throws FaultException {
        try {
            SealedBox box = JSON.readValue(Files.readString(file), SealedBox.class);
            if (!box.known()) {
                throw damaged(new IOException("unknown version or key derivation"));
            }
            return box;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private FaultException wrong() {
        return new FaultException(FaultKind.WRONG_KEY, "secret.vault-passphrase",
                "The passphrase does not open the vault " + file + ".",
                "Try again; if it is lost, delete the file and enter the secrets of your connections anew.");
    }

    private FaultException damaged(IOException e) {
        return new FaultException(FaultKind.CORRUPT, "secret.vault-damaged", "The vault " + file + " cannot be read.",
                "Restore the file from a backup, or delete it and enter the secrets of your connections anew.", e);
    }

    private char[] passphrase(String question) throws FaultException {
        String variable = environment.get(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return variable.toCharArray();
        }
        return prompt.ask(question)
                .filter(p -> p.length > 0)
                .orElseThrow(() -> new FaultException(FaultKind.REFUSED, "secret.vault-locked",
                        "The vault " + file + " needs its passphrase.",
                        "Set " + VARIABLE + ", or refer to the secret as @env:NAME or @file:PATH."));
    }
}
