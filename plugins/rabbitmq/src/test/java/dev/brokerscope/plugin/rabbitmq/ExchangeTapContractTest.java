package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitKinds;
import dev.brokerscope.rabbitmq.testkit.RabbitManagement;
import dev.brokerscope.rabbitmq.testkit.RabbitServer;
import dev.brokerscope.rabbitmq.testkit.SharedRabbit;
import dev.brokerscope.testkit.ClaimContract;
import dev.brokerscope.testkit.FollowingContract;
import dev.brokerscope.testkit.ImpactContract;
import dev.brokerscope.testkit.Witness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/// The part of the contract that a channel can keep which keeps nothing: it is followed, and nothing stays behind.
@ExtendWith(SharedRabbit.class)
final class ExchangeTapContractTest implements FollowingContract, ImpactContract, ClaimContract {

    private final RabbitServer server;

    ExchangeTapContractTest(RabbitServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return Connecting.to(server).session();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return Connecting.to(server).writing();
    }

    @Override
    public ChannelId emptyChannel(int partitions) throws Exception {
        String name = "contract-" + UUID.randomUUID();
        try (PlainClient client = new PlainClient(server)) {
            client.channel().exchangeDeclare(name, "fanout", true);
        }
        return RabbitKinds.exchange(name);
    }

    @Override
    public Filled filled() {
        throw new IllegalStateException("an exchange holds nothing");
    }

    @Override
    public Optional<Witness> witness() {
        return Optional.of(new Bindings(server.management()));
    }

    /// Whoever taps an exchange is seen as one more queue that is bound to it.
    private record Bindings(RabbitManagement management) implements Witness {

        @Override
        public long available(ChannelId channel) {
            return 0;
        }

        @Override
        public Presence presence(ChannelId channel) {
            String bindings = management.get("/api/exchanges/%2F/" + RabbitManagement.encoded(channel.name())
                    + "/bindings/source");
            return new Presence(bindings.split("\"destination\"", -1).length - 1, Set.of());
        }

        @Override
        public List<Sighting> take(ChannelId channel) {
            return List.of();
        }
    }
}
