package dev.brokerscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class MeasuredTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfBoth() {
        assertEquals(2, Measured.median(new double[]{3, 1, 2}));
        assertEquals(2.5, Measured.median(new double[]{4, 1, 3, 2}));
        assertEquals(0, Measured.median(new double[0]));
    }
}
