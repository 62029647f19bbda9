package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.redis.testkit.RedisServer;
import dev.brokerscope.redis.testkit.RedisWire;
import dev.brokerscope.redis.testkit.SharedRedis;
import dev.brokerscope.testkit.BrokerContract;
import dev.brokerscope.testkit.Witness;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedRedis.class)
final class RedisContractTest extends BrokerContract {

    private final RedisServer server;
    private int streams;

    RedisContractTest(RedisServer server) {
        this.server = server;
    }

    @Override
    public Session connect() throws Exception {
        return new Connecting(server).session();
    }

    @Override
    public WritableSession connectForWriting() throws Exception {
        return new Connecting(server).writing();
    }

    @Override
    public ChannelId emptyChannel(int partitions) {
        String name = "contract-" + ++streams;
        try (RedisWire wire = server.wire()) {
            wire.call("XGROUP", "CREATE", name, "maker", "0", "MKSTREAM");
            wire.call("XGROUP", "DESTROY", name, "maker");
        }
        return ChannelId.of("stream", name);
    }

    @Override
    public Optional<Witness> witness() {
        return Optional.of(new RedisWitness(server));
    }

    @Override
    public String title() {
        return "Redis stream";
    }
}
