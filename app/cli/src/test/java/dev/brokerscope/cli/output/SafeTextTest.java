package dev.brokerscope.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void whatWouldSteerATerminalIsMadeVisible() {
        assertEquals("a\\u001b[2Jb\\n\\u202ec\\u0007", SafeText.of("a\u001b[2Jb\n\u202ec\u0007"));
    }

    @Test
    void lettersOfAllLanguagesStay() {
        assertEquals("Gaël 李小龍 \uD83D\uDE00", SafeText.of("Gaël 李小龍 \uD83D\uDE00"));
    }

    @Test
    void wideLettersTakeTwoColumnsAndMarksNone() {
        assertEquals(6, SafeText.width("李小龍"));
        assertEquals(1, SafeText.width("e\u0301"));
        assertEquals(2, SafeText.width("\uD83D\uDE00"));
    }

    @Test
    void cutsNeverSplitALetter() {
        assertEquals("李…", SafeText.cut("李小龍", 4));
        assertEquals("short", SafeText.cut("short", 5));
    }
}
