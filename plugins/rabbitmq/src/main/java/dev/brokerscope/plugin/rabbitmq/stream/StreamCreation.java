package dev.brokerscope.plugin.rabbitmq.stream;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import java.util.List;
import java.util.Map;

/// Makes streams by AMQP; a super stream is an exchange with a stream per partition bound to it.
record StreamCreation(RabbitLink link) {

    List<String> create(ChannelId channel, ChannelDefinition definition) throws FaultException, InterruptedException {
        Map<String, Object> arguments = StreamArguments.arguments(definition);
        String name = channel.name();
        if (definition.partitions() == 1) {
            link.ask("stream " + name, c -> c.queueDeclare(name, true, false, false, arguments));
        } else {
            link.ask("super stream " + name,
                    c -> c.exchangeDeclare(name, "direct", true, false, Map.of("x-super-stream", true)));
            for (int i = 0; i < definition.partitions(); i++) {
                String stream = name + "-" + i;
                String key = Integer.toString(i);
                Map<String, Object> order = Map.of("x-stream-partition-order", i);
                link.ask("stream " + stream, c -> c.queueDeclare(stream, true, false, false, arguments));
                link.ask("stream " + stream, c -> c.queueBind(stream, name, key, order));
            }
        }
        return StreamArguments.notKept(definition);
    }

    void delete(StreamParts parts) throws FaultException, InterruptedException {
        if (parts.superStream()) {
            link.ask(parts.what(), c -> c.exchangeDelete(parts.channel().name()));
        }
        for (String stream : parts.streams()) {
            link.ask("stream " + stream, c -> c.queueDelete(stream));
        }
    }
}
