package dev.brokerscope.archive.block;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Xxh64Test {

    @Test
    void givesTheKnownHashes() {
        assertEquals("ef46db3751d8e999", of(""));
        assertEquals("d24ec4f1a98c6e5b", of("a"));
        assertEquals("44bc2cf5ad770999", of("abc"));
        assertEquals("fbcea83c8a378bf1", of("Nobody inspects the spammish repetition"));
    }

    @Test
    void looksOnlyAtItsPart() {
        byte[] bytes = "xxabcxx".getBytes(StandardCharsets.UTF_8);
        assertEquals("44bc2cf5ad770999", Long.toHexString(Xxh64.of(bytes, 2, 3)));
    }

    private static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Long.toHexString(Xxh64.of(bytes, 0, bytes.length));
    }
}
