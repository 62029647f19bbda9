package dev.brokerscope.core.mask;

import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.secret.SecretStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The rules of a file, see docs/masking.md, with the secret that pseudonyms are made with. Any thread.
///
/// @param hash SHA-256 of the file, in hex
/// @param otherwise what becomes of a message that a rule addresses, but cannot be applied to
public record MaskRules(String name, String hash, List<MaskRule> rules, Otherwise otherwise,
        Optional<Pseudonyms> pseudonyms) {

    private static final int SHORTEST_SECRET = 16;
    private static final long LARGEST = 1 << 20;

    /// Nothing is ever let through.
    enum Otherwise {
        /// The whole run ends.
        REFUSE,
        /// The message is left out.
        DROP,
        /// The key, value or header concerned becomes null as a whole.
        NULL
    }

    public MaskRules {
        rules = List.copyOf(rules);
    }

    /// @param secrets resolves the reference that the file names
    /// @throws FaultException `NOT_FOUND`, `USAGE` where a rule makes no sense, or why there is no secret
    public static MaskRules load(Path file, SecretStore secrets) throws FaultException {
        byte[] bytes = read(file);
        RuleFile parsed = RuleFile.parse(file, new String(bytes, StandardCharsets.UTF_8));
        boolean needed = parsed.rules().stream().anyMatch(r -> r.action() instanceof MaskAction.Pseudonymize);
        Optional<Pseudonyms> pseudonyms = Optional.empty();
        if (needed) {
            String reference = parsed.secret().orElseThrow(() -> RuleFile.wrong(file,
                    "a rule makes pseudonyms, but there is no \"secret\"",
                    "Add \"secret\": \"@env:NAME\", \"@file:PATH\" or \"@keyring:NAME\"."));
            pseudonyms = Optional.of(pseudonyms(file, secrets.resolve(reference)));
        }
        return new MaskRules(String.valueOf(file.getFileName()), HexFormat.of().formatHex(sha256(bytes)),
                parsed.rules(), parsed.otherwise(), pseudonyms);
    }

    private static byte[] read(Path file) throws FaultException {
        try {
            if (Files.size(file) > LARGEST) {
                throw RuleFile.wrong(file, "it is larger than 1 MiB", "Masking rules are a small JSON file.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new FaultException(FaultKind.NOT_FOUND, "mask.missing", "There is no file " + file + ".",
                    "Check the path of the masking rules.", e);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "mask.unreadable", file + " cannot be read.",
                    "Check whether you may read it.", e);
        }
    }

    private static Pseudonyms pseudonyms(Path file, char[] secret) throws FaultException {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] key = new byte[encoded.remaining()];
        encoded.get(key);
        Arrays.fill(secret, '\0');
        if (key.length < SHORTEST_SECRET) {
            throw RuleFile.wrong(file, "its secret is shorter than " + SHORTEST_SECRET + " bytes",
                    "Take a long random one: who guesses it can try values until a pseudonym matches.");
        }
        return new Pseudonyms(key);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every Java", e);
        }
    }

    /// @param schemas of the place that the messages come from
    public MessageMask mask(DecoderChain decoders, SchemaSource schemas) {
        return new RuleMask(this, decoders, schemas);
    }

    /// What archives and the audit log say: neither values nor the secret.
    public String statement() {
        return Amounts.of(rules.size(), "rule") + " of " + name + ", sha256:" + hash;
    }

    /// For plans: what asks for the same.
    @Override
    public String toString() {
        return statement();
    }
}
