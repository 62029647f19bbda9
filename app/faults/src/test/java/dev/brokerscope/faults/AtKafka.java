package dev.brokerscope.faults;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import java.nio.file.Path;
import java.util.List;

/// The engine with the plugins as they are delivered, connected to one Kafka address.
record AtKafka(Engine engine, Connection connection) implements AutoCloseable {

    static AtKafka of(Path folder, String bootstrap) {
        Engine engine = Engine.start(EngineOptions.under(folder, List.of(Path.of("target", "plugins"))));
        return new AtKafka(engine, Connection.adHoc("kafka", "kafka",
                Settings.EMPTY.with("bootstrap.servers", bootstrap).with("timeout", "10s")));
    }

    OpenConnection open() throws FaultException, InterruptedException {
        return engine.connector().open(connection);
    }

    static ChannelId topic(String name) {
        return ChannelId.of("topic", name);
    }

    @Override
    public void close() {
        engine.close();
    }
}
