package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.cli.Shell.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadTest {

    private static final long START = 1_700_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void sitDown() throws Exception {
        shell = new Shell(folder);
        shell.broker().create("orders", 2);
        for (int i = 0; i < 300; i++) {
            shell.broker().publish("orders", message(i % 2, "key-" + i, "value " + i, i));
        }
    }

    private static Message message(int partition, @Nullable String key, @Nullable String value, long time) {
        return Message.at(partition, 0, 0).key(bytes(key)).value(bytes(value))
                .timestamp(START + time, TimestampType.CREATE).build();
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> values(String... options) {
        String[] words = new String[options.length + 6];
        System.arraycopy(new String[]{"read", "orders", "--broker", "memory", "--format", "raw"}, 0, words, 0, 6);
        System.arraycopy(options, 0, words, 6, options.length);
        Result result = shell.run(words);
        assertEquals(0, result.exit(), result.err());
        return result.out().lines().toList();
    }

    @Test
    void withoutARangeTheNewest100AreShownAndThatIsSaid() {
        Result result = shell.line("read orders --broker memory --format raw");
        assertEquals(100, result.out().lines().count());
        assertTrue(result.out().startsWith("value 200\n"), result.out());
        assertTrue(result.err().contains("newest 100"));
    }

    @Test
    void messagesComeByTimeOverAllPartitions() {
        assertEquals(List.of("value 0", "value 1", "value 2", "value 3"), values("--from", "oldest", "--max", "4"));
    }

    @Test
    void theNewestComeLastUnlessReversed() {
        assertEquals(List.of("value 298", "value 299"), values("--last", "2"));
        assertEquals(List.of("value 299", "value 298"), values("--last", "2", "--reverse"));
    }

    @Test
    void boundsAreTimesOrOffsetsAndExclusiveAbove() {
        assertEquals(List.of("value 10", "value 11"), values("--from", START + 10 + "ms", "--to", START + 12 + "ms"));
        assertEquals(List.of("value 6", "value 8"), values("--from", "3", "--to", "5", "--partition", "0"));
        Result slice = shell.run("read", "orders[1]@3..5", "--broker", "memory", "--format", "raw");
        assertEquals("value 7\nvalue 9\n", slice.out());
    }

    @Test
    void aFilterLooksWhereItIsTold() {
        assertEquals(List.of("value 7"), values("--from", "oldest", "--filter", "key:/^key-7$/"));
        assertEquals(List.of(), values("--from", "oldest", "--filter", "value:key-7"));
    }

    @Test
    void channelsAreFoundByGlobAndByRegex() throws Exception {
        shell.broker().create("orders.eu", 1);
        shell.broker().publish("orders.eu", message(0, "k", "european", 0));
        assertTrue(shell.line("read orders.* --broker memory --format raw").out().contains("european"));
        assertTrue(shell.line("read --match .*eu --broker memory --format raw").out().contains("european"));
        assertTrue(shell.line("read --all --broker memory --format raw").out().contains("european"));
    }

    @Test
    void aTableIsAlignedAndControlCharactersAreVisible() throws Exception {
        shell.broker().create("odd", 1);
        shell.broker().publish("odd", message(0, "a\u001b[31mb", "x\ny", 0));
        shell.broker().publish("odd", message(0, "\u6f22\u5b57", "wide", 1));
        Result result = shell.line("read odd --broker memory --zone UTC --fields time,key,value");
        List<String> lines = result.out().lines().toList();
        assertFalse(result.out().contains("\u001b"), result.out());
        assertTrue(lines.get(1).startsWith("2023-11-14T22:13:20.000Z  "), result.out());
        assertEquals(lines.get(0).indexOf("VALUE"), lines.get(1).indexOf("\"x") < 0
                ? lines.get(1).indexOf("x\\n") : lines.get(1).indexOf("\"x"), result.out());
    }

    @Test
    void jsonLinesLoseNothingAndComeBack() throws Exception {
        shell.broker().create("ugly", 2);
        shell.broker().publish("ugly", message(0, "deleted", null, 1));
        shell.broker().publish("ugly", message(1, null, "", 2));
        shell.broker().publish("ugly", Message.at(1, 0, 0).key(new byte[]{(byte) 0xFF, 0}).value(bytes("v"))
                .timestamp(START, TimestampType.CREATE)
                .headers(Headers.of(Header.of("dup", "a"), Header.of("dup", Bytes.hex("ff")), Header.ofNull("none"),
                        Header.of("empty", "")))
                .build());
        Result lines = shell.run("export", "ugly", "--broker", "memory", "--out", shell.file("ugly.jsonl"));
        assertEquals(0, lines.exit(), lines.err());
        Result back = shell.run("import", shell.file("ugly.jsonl"), "--into", "copy", "--broker", "memory", "--stage",
                "test", "--write");
        assertEquals(0, back.exit(), back.err());
        Result diff = shell.run("diff", "::ugly", "::copy", "--broker", "memory");
        assertEquals(0, diff.exit(), diff.out());
    }

    @Test
    void aLineOfJsonHoldsBytesAndTheirMeaning() throws Exception {
        Result result = shell.line("read orders --last 1 --broker memory --json");
        JsonNode line = new JsonMapper().readTree(result.out());
        assertEquals("value 299", line.path("value").path("text").asText());
        assertEquals("text", line.path("decoded").path("value").path("decoder").asText());
        assertEquals("value 299", line.path("decoded").path("value").path("tree").asText());
        assertEquals(START + 299, line.path("timestamp").asLong());
    }

    @Test
    void jsonIsOneArrayEvenOfNothing() throws Exception {
        assertEquals(2, new JsonMapper()
                .readTree(shell.line("read orders --last 2 --broker memory --format json").out()).size());
        shell.broker().create("empty", 1);
        assertEquals(0, new JsonMapper()
                .readTree(shell.line("read empty --last 2 --broker memory --format json").out()).size());
    }

    @Test
    void gapsAreToldOnStandardErrorAndInJsonAsLines() throws Exception {
        shell.broker().hole("orders", 0, 3, GapReason.TRANSACTIONAL);
        shell.broker().publish("orders", message(0, "k", "behind the gap", 400));
        Result text = shell.line("read orders[0] --from 148 --broker memory --format raw");
        assertTrue(text.err().contains("transactional"), text.err());
        Result json = shell.line("read orders[0] --from 148 --broker memory --json");
        assertTrue(json.out().contains("{\"gap\":"), json.out());
        assertEquals(0, json.exit());
    }

    @Test
    void whatArrivesIsFollowed() throws Exception {
        Thread producer = Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    Thread.sleep(20);
                    shell.broker().publish("orders", message(0, "new", "arrived", 500));
                }
            } catch (InterruptedException | dev.brokerscope.api.fault.FaultException end) {
                Thread.currentThread().interrupt();
            }
        });
        Result result = shell.line("read orders --follow --max 3 --broker memory --format raw");
        producer.interrupt();
        producer.join();
        assertEquals("arrived\n".repeat(3), result.out());
    }

    @Test
    void anInterruptEndsFollowingWith130() throws Exception {
        Thread reader = Thread.currentThread();
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            reader.interrupt();
        });
        Result result = shell.line("read orders --follow --broker memory");
        Thread.interrupted();
        assertEquals(130, result.exit());
    }

    @Test
    void textAndHexShowEverything() {
        Result text = shell.line("read orders --last 1 --broker memory --format text -v");
        assertTrue(text.out().contains("orders[1] 149") && text.out().contains("value 299"), text.out());
        Result hex = shell.line("read orders --last 1 --broker memory --format hex");
        assertTrue(hex.out().contains("76 61 6c 75 65 20 32 39"), hex.out());
    }
}
