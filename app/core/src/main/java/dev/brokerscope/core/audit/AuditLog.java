package dev.brokerscope.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.place.OwnerOnly;
import dev.brokerscope.core.place.Places;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was changed, as JSON Lines: each line ends with the hash of itself and the line before, so that a changed,
/// removed or inserted line shows. (Whoever may write the file can make a new chain, and a cut end does not show: it
/// tells accidents and clumsy hands, not a determined owner.) Any thread, any number of processes.
public final class AuditLog {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String START = "0".repeat(64);

    private final Path file;
    private final Clock clock;

    public AuditLog(Path file) {
        this(file, Clock.systemUTC());
    }

    AuditLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    public Path file() {
        return file;
    }

    /// Appends and forces to the disk: what was done without a trace would not have been audited.
    ///
    /// @throws FaultException of kind `FILE_ACCESS` where it cannot be written
    public synchronized void record(String action, String target, Map<String, String> details) throws FaultException {
        Places.madeFor(file);
        boolean fresh = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (fresh) {
                OwnerOnly.file(file);
            }
            AuditEntry entry = new AuditEntry(clock.instant(), System.getProperty("user.name", ""), action, target,
                    details);
            ByteBuffer line = ByteBuffer.wrap((line(entry, lastHash(channel)) + "\n").getBytes(StandardCharsets.UTF_8));
            channel.position(lock.isValid() ? channel.size() : 0);
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "audit.not-writable",
                    "The audit log " + file + " cannot be written, so nothing is changed.",
                    "Check its permissions and the space on its disk, or give another place with --state FOLDER.", e);
        }
    }

    /// Oldest first; lines that cannot be read are left out, `verify` tells them.
    public List<AuditEntry> entries() throws FaultException {
        List<AuditEntry> entries = new ArrayList<>();
        for (String line : lines()) {
            parsed(line).ifPresent(o -> entries.add(entry(o)));
        }
        return entries;
    }

    /// The number of the first line (from 1) that is not what was written there; absent where the chain is whole.
    public Optional<Integer> firstBroken() throws FaultException {
        String before = START;
        int number = 0;
        for (String line : lines()) {
            number++;
            Optional<ObjectNode> object = parsed(line);
            if (object.isEmpty() || !line.equals(line(entry(object.get()), before))) {
                return Optional.of(number);
            }
            before = object.get().path("hash").asText();
        }
        return Optional.empty();
    }

    private List<String> lines() throws FaultException {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "audit.not-readable",
                    "The audit log " + file + " cannot be read.", "Check its permissions.", e);
        }
    }

    private static Optional<ObjectNode> parsed(String line) {
        try {
            return JSON.readTree(line) instanceof ObjectNode o ? Optional.of(o) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(JsonNode o) {
        Map<String, String> details = new LinkedHashMap<>();
        o.path("details").properties().forEach(e -> details.put(e.getKey(), e.getValue().asText()));
        Instant at = Instant.EPOCH;
        try {
            at = Instant.parse(o.path("at").asText());
        } catch (java.time.DateTimeException changed) {
            // its line does not hash to what it says, which is how it is told
        }
        return new AuditEntry(at, o.path("user").asText(), o.path("action").asText(), o.path("target").asText(),
                details);
    }

    private static String line(AuditEntry entry, String before) {
        ObjectNode o = JSON.createObjectNode();
        o.put("at", entry.at().toString());
        o.put("user", entry.user());
        o.put("action", entry.action());
        o.put("target", entry.target());
        ObjectNode details = o.putObject("details");
        new TreeMap<>(entry.details()).forEach(details::put);
        o.put("hash", hash(before + o));
        return o.toString();
    }

    /// Reads the end of the file only.
    private static String lastHash(FileChannel channel) throws IOException {
        long size = channel.size();
        int tail = (int) Math.min(size, 1 << 16);
        ByteBuffer end = ByteBuffer.allocate(tail);
        channel.read(end, size - tail);
        String text = new String(end.array(), StandardCharsets.UTF_8).stripTrailing();
        return text.isEmpty()
                ? START
                : parsed(text.substring(text.lastIndexOf('\n') + 1)).map(o -> o.path("hash").asText()).orElse(START);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every Java", e);
        }
    }
}
