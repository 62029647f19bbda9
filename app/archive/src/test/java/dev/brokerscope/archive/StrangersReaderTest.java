package dev.brokerscope.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.crypt.FileKey;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.archive.crypt.SlotLock;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second reader, written from *Encryption* in docs/archive-format.md with nothing of ours: SQL, HMAC, AES-GCM and
/// X25519. It decrypts, and finds the hashes right.
class StrangersReaderTest {

    private static final String PASSPHRASE = "schwäbische Spätzle";

    @TempDir
    Path folder;

    private final List<Message> messages = TestArchives.messages(400, 1);
    private Path file;
    private Path keyFile;
    private String identity = "";

    @BeforeEach
    void write() throws Exception {
        keyFile = folder.resolve("key");
        Files.write(keyFile, "a key file of at least thirty-two bytes".getBytes(StandardCharsets.US_ASCII));
        Identity made = Identity.generate();
        identity = made.secretText();
        file = folder.resolve("a.msgdb");
        EncryptedArchives.write(file, messages, 1, SlotLock.passphrase(PASSPHRASE.toCharArray(), 2_000),
                new SlotLock.ForRecipient(made.recipient()), new SlotLock.ByFile(FileKey.read(keyFile)));
    }

    @Test
    void everySlotHoldsTheSameMasterKey() throws Exception {
        try (Connection db = open()) {
            byte[] master = master(db, "passphrase");
            assertEquals(32, master.length);
            assertArrayEquals(master, master(db, "recipient"));
            assertArrayEquals(master, master(db, "key_file"));
        }
    }

    @Test
    void framesDecryptAndHashesAreRight() throws Exception {
        try (Connection db = open()) {
            byte[] volume = blob(db, "SELECT volume_uuid FROM archive");
            byte[] master = master(db, "passphrase");
            ByteArrayOutputStream keys = new ByteArrayOutputStream();
            try (Statement statement = db.createStatement();
                    ResultSet f =
                            statement.executeQuery("SELECT f.*, set_uuid, run_uuid, c.kind AS channel_kind, c.name,"
                                    + " incarnation, number, first_hi, first_lo FROM frame f JOIN block USING (block_id)"
                                    + " JOIN run USING (run_id) JOIN partition USING (partition_id) JOIN channel c USING"
                                    + " (channel_id) JOIN archive WHERE f.kind = 'keys' ORDER BY block_id, piece")) {
                while (f.next()) {
                    byte[] stored = gcm(hkdf(master, volume, "brokerscope frames"), f.getBytes("nonce"), bound(f),
                            f.getBytes("data"));
                    keys.write(f.getString("codec").equals("plain")
                            ? stored
                            : Zstd.decompress(stored, f.getInt("raw_bytes")));
                }
            }
            ByteArrayOutputStream wanted = new ByteArrayOutputStream();
            for (Message message : messages) {
                wanted.writeBytes(message.key().map(k -> k.toArray()).orElse(new byte[0]));
            }
            assertArrayEquals(wanted.toByteArray(), keys.toByteArray());
            byte[] root = blob(db, "SELECT root FROM seal");
            assertArrayEquals(hmac(hkdf(master, volume, "brokerscope seal"), root),
                    blob(db, "SELECT value FROM signature WHERE signer = 'volume key'"));
        }
    }

    @Test
    void theHashOfABlockIsTheHmacOfThePlainOne() throws Exception {
        Path plain = folder.resolve("b.msgdb");
        TestArchives.write(plain, messages, 1);
        try (Connection db = open(); Connection other = DriverManager.getConnection("jdbc:sqlite:" + plain)) {
            byte[] key = hkdf(master(db, "key_file"), blob(db, "SELECT volume_uuid FROM archive"),
                    "brokerscope hashes");
            byte[] hash = blob(other, "SELECT content_hash FROM block ORDER BY first_lo LIMIT 1");
            assertArrayEquals(hmac(key, concat("content\0".getBytes(StandardCharsets.US_ASCII), hash)),
                    blob(db, "SELECT content_hash FROM block ORDER BY first_lo LIMIT 1"));
            byte[] planHash = blob(other, "SELECT plan_hash FROM run");
            assertArrayEquals(hmac(key, concat("plan\0".getBytes(StandardCharsets.US_ASCII), planHash)),
                    blob(db, "SELECT plan_hash FROM run"));
        }
    }

    private Connection open() throws Exception {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private byte[] master(Connection db, String kind) throws Exception {
        byte[] volume = blob(db, "SELECT volume_uuid FROM archive");
        try (Statement statement = db.createStatement();
                ResultSet slot = statement.executeQuery(
                        "SELECT parameters, wrapped_key FROM key_slot WHERE kind = '" + kind + "'")) {
            assertTrue(slot.next());
            String text = slot.getString(1);
            JsonNode parameters = new JsonMapper().readTree(text);
            byte[] wrapped = slot.getBytes(2);
            byte[] bound = bytes(out -> {
                out.writeBytes("brokerscope key slot");
                out.write(volume);
                sized(out, kind);
                sized(out, text);
            });
            return gcm(wrapping(kind, parameters), Arrays.copyOf(wrapped, 12), bound,
                    Arrays.copyOfRange(wrapped, 12, wrapped.length));
        }
    }

    private byte[] wrapping(String kind, JsonNode parameters) throws Exception {
        return switch (kind) {
            case "passphrase" -> pbkdf2(hex(parameters, "salt"), parameters.get("iterations").asInt());
            case "key_file" -> hkdf(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(keyFile)),
                    hex(parameters, "salt"), "brokerscope key file");
            default -> {
                byte[] secret = Arrays.copyOf(Base64.getUrlDecoder().decode(identity.substring(4)), 32);
                byte[] ephemeral = hex(parameters, "ephemeral");
                byte[] recipient = Arrays.copyOf(
                        Base64.getUrlDecoder().decode(parameters.get("recipient").asText().substring(4)), 32);
                yield hkdf(x25519(secret, ephemeral), concat(ephemeral, recipient), "brokerscope recipient");
            }
        };
    }

    private static byte[] bound(ResultSet f) throws Exception {
        return bytes(out -> {
            out.writeBytes("brokerscope frame");
            out.write(f.getBytes("set_uuid"));
            out.write(f.getBytes("run_uuid"));
            sized(out, f.getString("channel_kind"));
            sized(out, f.getString("name"));
            sized(out, f.getString("incarnation"));
            out.writeLong(f.getLong("number"));
            out.writeLong(f.getLong("first_hi"));
            out.writeLong(f.getLong("first_lo"));
            sized(out, f.getString("kind"));
            out.writeInt(f.getInt("piece"));
            sized(out, f.getString("codec"));
            out.writeInt(f.getInt("raw_bytes"));
        });
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] bound, byte[] data) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(bound);
        return cipher.doFinal(data);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "any"));
        return mac.doFinal(data);
    }

    private static byte[] hkdf(byte[] secret, byte[] salt, String info) throws Exception {
        return hmac(hmac(salt, secret), concat(info.getBytes(StandardCharsets.US_ASCII), new byte[]{1}));
    }

    private static byte[] pbkdf2(byte[] salt, int iterations) throws Exception {
        byte[] key = PASSPHRASE.getBytes(StandardCharsets.UTF_8);
        byte[] step = hmac(key, concat(salt, new byte[]{0, 0, 0, 1}));
        byte[] sum = step.clone();
        for (int i = 1; i < iterations; i++) {
            step = hmac(key, step);
            for (int b = 0; b < sum.length; b++) {
                sum[b] ^= step[b];
            }
        }
        return sum;
    }

    private static byte[] x25519(byte[] secret, byte[] publicKey) throws Exception {
        byte[] reversed = new byte[32];
        for (int i = 0; i < 32; i++) {
            reversed[i] = publicKey[31 - i];
        }
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
        agreement.doPhase(
                keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, reversed))),
                true);
        return agreement.generateSecret();
    }

    /// Writes big-endian.
    private interface Writing {
        void to(DataOutputStream out) throws Exception;
    }

    private static byte[] bytes(Writing writing) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(all));
        return all.toByteArray();
    }

    private static void sized(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(node.get(name).asText());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
    }

    private static byte[] blob(Connection db, String sql) throws Exception {
        try (Statement statement = db.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            assertTrue(row.next(), sql);
            return row.getBytes(1);
        }
    }
}
