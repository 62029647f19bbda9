package dev.brokerscope.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.connection.Connection;

/// A saved connection for machines. It holds references to secrets only, so that all of it can be shown.
final class ConnectionJson {

    private ConnectionJson() {}

    static ObjectNode of(Connection connection) {
        ObjectNode node = Json.object();
        node.put("name", connection.name()).put("broker", connection.broker());
        node.put("stage", connection.stage().text()).put("readOnly", connection.readOnly());
        node.put("colour", connection.colour().orElse(null));
        connection.settings().values().forEach(node.putObject("settings")::put);
        connection.registry().ifPresent(r -> r.settings().values().forEach(node.putObject("registry")::put));
        return node;
    }
}
