package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRabbit.class)
final class SuperStreamContractTest extends StreamContract {

    SuperStreamContractTest(RabbitServer server) {
        super(server, 3);
    }

    @Override
    public String title() {
        return "RabbitMQ super stream";
    }
}
