package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRabbit.class)
final class QuorumQueueContractTest extends QueueContract {

    QuorumQueueContractTest(RabbitServer server) {
        super(server, "RabbitMQ quorum queue", Map.of("x-queue-type", "quorum"), 4);
    }
}
