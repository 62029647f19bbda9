package dev.brokerscope.core.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    private final AtomicLong clock = new AtomicLong(TimeUnit.SECONDS.toNanos(100));

    @Test
    void makesMoversWaitAsLongAsTheirBytesTake() throws Exception {
        Throttle throttle = new Throttle(RateLimit.parse("10MB/s"), clock::get);

        assertEquals(clock.get() + TimeUnit.MILLISECONDS.toNanos(500), throttle.charge(1, 5_000_000));
        assertEquals(clock.get() + TimeUnit.MILLISECONDS.toNanos(700), throttle.charge(1, 2_000_000));
    }

    @Test
    void obeysTheTighterOfBothLimits() throws Exception {
        Throttle throttle = new Throttle(RateLimit.parse("10MB/s,100msg/s"), clock::get);

        assertEquals(clock.get() + TimeUnit.SECONDS.toNanos(2), throttle.charge(200, 1_000_000));
    }

    @Test
    void doesNotMakeUpForAPauseByARush() throws Exception {
        Throttle throttle = new Throttle(RateLimit.parse("100msg/s"), clock::get);
        throttle.charge(10, 0);
        clock.addAndGet(TimeUnit.MINUTES.toNanos(5));

        assertEquals(clock.get() + TimeUnit.MILLISECONDS.toNanos(800), throttle.charge(100, 0));
    }

    @ParameterizedTest
    @CsvSource({"20MB/s, 20000000, ", "5000msg/s, , 5000", "'64KiB/s, 10msg/s', 65536, 10", "1.5gb/s, 1500000000,"})
    void readsRatesAsPeopleWriteThem(String words, Long bytes, Long messages) throws Exception {
        RateLimit limit = RateLimit.parse(words);

        assertEquals(bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes), limit.bytesPerSecond());
        assertEquals(messages == null ? OptionalLong.empty() : OptionalLong.of(messages), limit.messagesPerSecond());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "20MB", "0msg/s", "-1MB/s", "20XB/s", "0.1B/s", "msg/s", "5MB/s,"})
    void refusesWhatIsNoRate(String words) {
        assertEquals(FaultKind.USAGE, assertThrows(FaultException.class, () -> RateLimit.parse(words)).kind());
    }
}
