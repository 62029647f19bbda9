package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.Extension;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Page;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.AmqpInventory;
import dev.brokerscope.plugin.rabbitmq.connect.Inventory;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.manage.ManagedInventory;
import dev.brokerscope.plugin.rabbitmq.manage.ManagementClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A reading connection to one virtual host. What is done with a channel, the family of its kind does.
final class RabbitSession implements Session {

    private final RabbitLink link;
    private final Optional<ManagementClient> management;
    private final Inventory inventory;
    private final Families families;

    private RabbitSession(RabbitLink link, Optional<ManagementClient> management, Inventory inventory) {
        this.link = link;
        this.management = management;
        this.inventory = inventory;
        this.families = Families.of(link, inventory);
    }

    static RabbitSession connect(RabbitConfig config) throws FaultException, InterruptedException {
        RabbitLink link = RabbitLink.connect(config);
        Optional<ManagementClient> management = config.management().map(m -> new ManagementClient(config, m));
        Inventory inventory = management.<Inventory>map(m -> new ManagedInventory(m, config.vhost()))
                .orElse(new AmqpInventory(link));
        return new RabbitSession(link, management, inventory);
    }

    Families families() {
        return families;
    }

    RabbitLink link() {
        return link;
    }

    @Override
    public String server() {
        return link.server().getOrDefault("product", "RabbitMQ") + " " + link.server().getOrDefault("version", "");
    }

    @Override
    public Optional<String> clusterId() {
        return Optional.ofNullable(link.server().get("cluster_name")).map(name -> name + " " + link.config().vhost());
    }

    @Override
    public Page<ChannelNode> list(Optional<ChannelId> parent, ListQuery query)
            throws FaultException, InterruptedException {
        link.demandOpen();
        return new RabbitListing(inventory).page(parent, query);
    }

    @Override
    public ChannelDetails describe(ChannelId channel) throws FaultException, InterruptedException {
        return families.of(channel).describe(channel);
    }

    @Override
    public Map<ChannelId, List<Position>> ends(Set<ChannelId> channels, Isolation isolation)
            throws FaultException, InterruptedException {
        Map<ChannelId, List<Position>> ends = new LinkedHashMap<>();
        for (ChannelId channel : channels) {
            ends.put(channel, families.of(channel).ends(channel));
        }
        return ends;
    }

    @Override
    public Cursor open(OpenRequest request) throws FaultException, InterruptedException {
        return families.of(request.channel()).open(request);
    }

    @Override
    public <T extends Extension> Optional<T> extension(Class<T> type) {
        Stream<Extension> extensions = Stream.of(new RabbitTargetChecks(families),
                (ChannelDefinitions) channel -> families.of(channel).define(channel));
        return extensions.filter(type::isInstance).map(type::cast).findFirst();
    }

    @Override
    public void close() {
        families.close();
        link.close();
        management.ifPresent(ManagementClient::close);
    }
}
