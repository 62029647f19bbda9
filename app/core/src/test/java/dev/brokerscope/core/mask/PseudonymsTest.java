package dev.brokerscope.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The same value gives the same pseudonym, of the same look.
class PseudonymsTest {

    private final Pseudonyms pseudonyms = of("a secret of some length");

    private static Pseudonyms of(String secret) {
        return new Pseudonyms(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameValueAndSecretGiveTheSamePseudonym() {
        for (String value : List.of("Anna", "4111 1111 1111 1111", "anna@example.org", "ü")) {
            assertEquals(pseudonyms.text(value), of("a secret of some length").text(value));
            assertNotEquals(pseudonyms.text(value), of("another secret of length").text(value));
        }
    }

    @Test
    void numbersOfALengthArePermutedSoThatNoTwoFallTogether() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            seen.add(pseudonyms.text(String.format("%04d", i)));
        }
        assertEquals(10_000, seen.size());
        Set<String> numbers = new HashSet<>();
        for (int i = 100; i < 1_000; i++) {
            numbers.add(pseudonyms.number(String.valueOf(i)).orElseThrow());
        }
        assertEquals(900, numbers.size());
        assertTrue(numbers.stream().allMatch(n -> n.matches("[1-9]\\d\\d")));
    }

    @Test
    void lookAndSeparatorsStay() {
        assertTrue(pseudonyms.text("4111 1111-1111.1111").matches("\\d{4} \\d{4}-\\d{4}\\.\\d{4}"));
        assertTrue(pseudonyms.text("Anna.Muster@example.org").matches("u[a-z2-7]{20}@d[a-z2-7]{12}\\.example"));
        assertTrue(pseudonyms.text("9E32AC76-45E0-4d9a-8c9d-764535e09a01").matches("[0-9a-f-]{36}"));
        assertTrue(pseudonyms.number("-12.50").orElseThrow().matches("-\\d\\d\\.\\d\\d"));
    }

    @Test
    void addressesOfOneDomainStayTogether() {
        String one = pseudonyms.text("a@shop.org");
        String other = pseudonyms.text("b@shop.org");
        assertNotEquals(one, other);
        assertEquals(one.substring(one.indexOf('@')), other.substring(other.indexOf('@')));
    }

    @Test
    void whatFitsIntoThirtyOneBitsStillDoes() {
        for (long n = 2_147_483_000L; n < 2_147_483_640L; n += 7) {
            assertTrue(Long.parseLong(pseudonyms.number(String.valueOf(n)).orElseThrow()) <= Integer.MAX_VALUE);
        }
    }
}
