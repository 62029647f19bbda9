package dev.brokerscope.plugin.rabbitmq.manage;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.BindingFacts;
import dev.brokerscope.plugin.rabbitmq.connect.ExchangeFacts;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything in the virtual host that the user may see.
///
/// @param vhost whose channels are meant
public record ManagedInventory(ManagementClient client, String vhost) implements Inventory {

    private static final String QUEUE_COLUMNS =
            "?columns=name,type,durable,auto_delete,exclusive,arguments,policy,effective_policy_definition,"
                    + "messages,messages_ready,consumers,state";

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public List<QueueFacts> queues() throws FaultException, InterruptedException {
        return client.list(QUEUE_COLUMNS, "queues", vhost).stream().map(ManagedInventory::queueFacts).toList();
    }

    @Override
    public Optional<QueueFacts> queue(String name) throws FaultException, InterruptedException {
        return found("queues", name).map(ManagedInventory::queueFacts);
    }

    @Override
    public List<ExchangeFacts> exchanges() throws FaultException, InterruptedException {
        return client.list("?columns=name,type,durable,auto_delete,internal,arguments,policy", "exchanges", vhost)
                .stream().map(ManagedInventory::exchangeFacts).toList();
    }

    @Override
    public Optional<ExchangeFacts> exchange(String name) throws FaultException, InterruptedException {
        return found("exchanges", name.isEmpty() ? "amq.default" : name).map(ManagedInventory::exchangeFacts);
    }

    @Override
    public Optional<List<BindingFacts>> bindingsFrom(String exchange) throws FaultException, InterruptedException {
        return Optional.of(client.list("", "exchanges", vhost, exchange.isEmpty() ? "amq.default" : exchange,
                "bindings", "source").stream().map(ManagedInventory::bindingFacts).toList());
    }

    @Override
    public Optional<List<BindingFacts>> bindingsTo(String queue) throws FaultException, InterruptedException {
        return Optional.of(client.list("", "queues", vhost, queue, "bindings").stream()
                .map(ManagedInventory::bindingFacts).toList());
    }

    private Optional<Map<String, Object>> found(String what, String name)
            throws FaultException, InterruptedException {
        try {
            return Optional.of(client.object("", what, vhost, name));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static QueueFacts queueFacts(Map<String, Object> told) {
        return new QueueFacts(text(told, "name"), Optional.of(text(told, "type")).filter(t -> !t.isEmpty()),
                table(told, "arguments"), told);
    }

    private static ExchangeFacts exchangeFacts(Map<String, Object> told) {
        return new ExchangeFacts(text(told, "name"), Optional.of(text(told, "type")), table(told, "arguments"), told);
    }

    private static BindingFacts bindingFacts(Map<String, Object> told) {
        return new BindingFacts(text(told, "source"), text(told, "destination"),
                text(told, "destination_type").equals("queue"), text(told, "routing_key"), table(told, "arguments"));
    }

    private static String text(Map<String, Object> told, String key) {
        return told.get(key) instanceof String text ? text : "";
    }

    /// An empty table comes as an empty list.
    private static Map<String, Object> table(Map<String, Object> told, String key) {
        return told.get(key) instanceof Map<?, ?> table
                ? table.entrySet().stream().filter(e -> e.getValue() != null).collect(
                        java.util.stream.Collectors.toMap(e -> String.valueOf(e.getKey()), Map.Entry::getValue))
                : Map.of();
    }
}
