package dev.brokerscope.plugin.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.testkit.MessageContent;
import dev.brokerscope.testkit.SeededMessages;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EntryFormTest {

    private static final Position PLACE = new Position(0, 1_700_000_000_000L, 0);

    private final EntryForm form = new EntryForm(List.of(Bytes.utf8("payload"), Bytes.utf8("data")), Bytes.utf8("key"));

    @Test
    void readsBackWhatItWroteWhateverTheMessage() {
        List<Message> messages = SeededMessages.ofThisRun().generate(500, 1);
        for (Message message : messages) {
            assertEquals(MessageContent.of(message), MessageContent.of(thereAndBack(message)));
        }
    }

    @Test
    void readsBackHeadersThatLookLikeValuesKeysAndMarks() {
        Random random = new Random(7);
        String[] names = {"payload", "data", "key", "_brokerscope", "other"};
        for (int i = 0; i < 2_000; i++) {
            Message.Builder message = Message.at(PLACE).timestamp(PLACE.hi(), TimestampType.CREATE);
            if (random.nextBoolean()) {
                message.key(Optional.of(Bytes.utf8("k")));
            }
            if (random.nextBoolean()) {
                message.value(Optional.of(Bytes.utf8("v")));
            }
            Header[] headers = new Header[random.nextInt(4)];
            for (int h = 0; h < headers.length; h++) {
                String name = names[random.nextInt(names.length)];
                headers[h] = random.nextInt(3) == 0 ? Header.ofNull(name)
                        : Header.of(name, random.nextBoolean() ? "value=-1" : "");
            }
            Message original = message.headers(Headers.of(headers)).build();
            assertEquals(MessageContent.of(original), MessageContent.of(thereAndBack(original)));
        }
    }

    @Test
    void writesNoMarkWhereTheEntrySaysEverything() {
        Message plain = Message.at(PLACE).timestamp(PLACE.hi(), TimestampType.CREATE)
                .value(Optional.of(Bytes.utf8("v"))).headers(Headers.of(Header.of("a", "b"))).build();
        assertEquals(List.of("payload", "v", "a", "b"), texts(write(plain)));
    }

    @Test
    void keepsTimesThatIdsCannotTell() {
        Message old = Message.at(PLACE).timestamp(-5, TimestampType.APPEND).nanos(17)
                .value(Optional.of(Bytes.utf8("v"))).build();
        assertEquals(MessageContent.of(old), MessageContent.of(thereAndBack(old)));
    }

    @Test
    void takesAForeignFieldOfOurNameAsAHeader() {
        Message read = form.read(PLACE, List.of(EntryMark.FIELD, bytes("hello"), bytes("payload"), bytes("v")));
        assertEquals("v", read.value().orElseThrow().utf8());
        assertEquals("_brokerscope", read.headers().get(0).nameText());
    }

    @Test
    void writesEntriesOfRedisFieldByField() {
        List<byte[]> fields = List.of(bytes("a"), bytes("1"), bytes("data"), bytes("v"), bytes("key"), bytes("k"),
                bytes("a"), bytes("2"));
        Message read = form.read(PLACE, fields);
        assertEquals(texts(fields), texts(form.write(read, EntryForm.ATTRIBUTES, PLACE.hi(), true)));
    }

    @Test
    void namesKeysOfAllBytes() {
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            byte[] key = new byte[random.nextInt(12)];
            random.nextBytes(key);
            assertEquals(Bytes.wrap(key), Bytes.wrap(KeyNames.key(KeyNames.channel(key))));
        }
        assertEquals("orders:eu", KeyNames.text(bytes("orders:eu")));
        assertTrue(KeyNames.text(new byte[]{(byte) 0xff}).contains("\\xff"));
    }

    private Message thereAndBack(Message message) {
        return form.read(PLACE, write(message));
    }

    private List<byte[]> write(Message message) {
        return form.write(message, AttributeSchema.EMPTY, PLACE.hi(), true);
    }

    private static List<String> texts(List<byte[]> fields) {
        return fields.stream().map(f -> Bytes.wrap(f).utf8()).toList();
    }

    private static byte[] bytes(String text) {
        return Bytes.utf8(text).toArray();
    }
}
