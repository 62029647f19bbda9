package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRabbit.class)
final class ClassicQueueContractTest extends QueueContract {

    ClassicQueueContractTest(RabbitServer server) {
        super(server, "RabbitMQ classic queue", Map.of(), 3);
    }
}
