package dev.brokerscope.desktop.story;

import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.core.schema.RegistrySettings;
import java.util.Map;
import java.util.Optional;

/// Connections to the shop's cluster.
record Shop(ShopCluster cluster) {

    Connection connection(String name, Stage stage, boolean readOnly) {
        return new Connection(name, "kafka", new Settings(Map.of("bootstrap.servers", cluster.bootstrapServers())),
                stage, readOnly, Optional.of(RegistrySettings.at(cluster.registryUrl())), Optional.empty(), true);
    }
}
