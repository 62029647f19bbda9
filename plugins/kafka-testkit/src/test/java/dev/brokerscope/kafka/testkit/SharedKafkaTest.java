package dev.brokerscope.kafka.testkit;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharedKafkaTest {

    private final KafkaServer atConstruction;

    SharedKafkaTest(KafkaServer server) {
        this.atConstruction = server;
    }

    @Test
    void givesEveryTestTheSameBroker(KafkaServer server) {
        assertSame(atConstruction, server);
    }
}
