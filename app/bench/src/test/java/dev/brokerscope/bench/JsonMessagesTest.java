package dev.brokerscope.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class JsonMessagesTest {

    @Test
    void valuesAreJsonOfExactlyTheSizeAskedFor() throws IOException {
        for (int size : new int[]{200, 2_000, 100_000}) {
            JsonMessages messages = new JsonMessages(3, size);
            for (int i = 0; i < 50; i++) {
                byte[] value = messages.next();
                assertEquals(size, value.length);
                assertTrue(new ObjectMapper().readTree(value).has("note"));
            }
        }
    }

    @Test
    void oneSeedGivesTheSameMessagesAnotherGivesOthers() {
        byte[] first = new JsonMessages(3, 200).next();
        assertArrayEquals(first, new JsonMessages(3, 200).next());
        assertFalse(Arrays.equals(first, new JsonMessages(4, 200).next()));
    }

    @Test
    void entropyIsCountedFromWhatWasDrawn() {
        JsonMessages messages = new JsonMessages(3, 200);
        assertEquals(0, messages.entropy());
        messages.next();
        assertTrue(messages.entropy() > 0.05 && messages.entropy() < 0.15, () -> "" + messages.entropy());
    }
}
