package dev.brokerscope.core.restore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which partition of the archive becomes which of the target. Read from a JSON object (`{"0": 3, "1": 3, "*": 0}`) or
/// from lines (`0=3`, `1 -> 3`, `* 0`; `#` begins a remark).
///
/// @param words where it was read from, as a command says it
/// @param otherwise for partitions that are not named
public record PartitionMap(String words, SortedMap<Integer, Integer> moves, Optional<Integer> otherwise) {

    private static final int PARTITIONS_AT_MOST = 1_000_000;
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,7}|\\*)\\s*(?:=|->|→|:|\\s)\\s*(\\d{1,7})\\s*");

    public PartitionMap {
        moves = new TreeMap<>(moves);
    }

    /// @throws FaultException of kind `USAGE` where it cannot be understood, `NOT_FOUND` where there is no such file
    public static PartitionMap read(Path file) throws FaultException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(Files.exists(file) ? FaultKind.FILE_ACCESS : FaultKind.NOT_FOUND,
                    "partitions.file", "The partition map " + file + " cannot be read.", "Check its path.", e);
        }
        return of(file.toString(), text.strip().startsWith("{") ? json(file, text) : lines(file, text));
    }

    private static PartitionMap of(String words, Map<String, Integer> entries) {
        SortedMap<Integer, Integer> moves = new TreeMap<>();
        entries.forEach((from, to) -> {
            if (!from.equals("*")) {
                moves.put(Integer.valueOf(from), to);
            }
        });
        return new PartitionMap(words, moves, Optional.ofNullable(entries.get("*")));
    }

    private static Map<String, Integer> json(Path file, String text) throws FaultException {
        Map<String, Integer> entries = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> entry : new ObjectMapper().readTree(text).properties()) {
                JsonNode to = entry.getValue();
                if (!entry.getKey().matches("\\d{1,7}|\\*") || !to.isInt() || to.asInt() < 0
                        || to.asInt() > PARTITIONS_AT_MOST) {
                    throw unreadable(file, "\"" + entry.getKey() + "\": " + to);
                }
                entries.put(entry.getKey(), to.asInt());
            }
            return entries;
        } catch (JsonProcessingException e) {
            throw unreadable(file, String.valueOf(e.getOriginalMessage()));
        }
    }

    private static Map<String, Integer> lines(Path file, String text) throws FaultException {
        Map<String, Integer> entries = new LinkedHashMap<>();
        for (String line : text.lines().map(l -> l.replaceFirst("#.*", "")).filter(l -> !l.isBlank()).toList()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches() || entries.put(matcher.group(1), Integer.valueOf(matcher.group(2))) != null) {
                throw unreadable(file, line.strip());
            }
        }
        return entries;
    }

    private static FaultException unreadable(Path file, String what) {
        return new FaultException(FaultKind.USAGE, "partitions.map",
                "The partition map " + file + " cannot be understood: " + what + ".",
                "Write one line for each partition, as 0=3, or a JSON object; * stands for all others.");
    }

    /// Where a partition goes; empty where the map does not say.
    OptionalInt to(int partition) {
        return Optional.ofNullable(moves.get(partition)).or(() -> otherwise)
                .map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /// How many partitions a target needs.
    int partitions() {
        return 1 + IntStream.concat(moves.values().stream().mapToInt(Integer::intValue),
                otherwise.stream().mapToInt(Integer::intValue)).max().orElse(0);
    }

    /// What it does, whichever file says so.
    String meaning() {
        return moves + otherwise.map(o -> ", * = " + o).orElse("");
    }
}
