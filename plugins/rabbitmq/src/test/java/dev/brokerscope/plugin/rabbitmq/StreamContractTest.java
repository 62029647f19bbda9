package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRabbit.class)
final class StreamContractTest extends StreamContract {

    StreamContractTest(RabbitServer server) {
        super(server, 1);
    }

    @Override
    public String title() {
        return "RabbitMQ stream";
    }
}
