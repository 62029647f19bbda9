package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.redis.RedisConfig.RedisMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.Protocol.Command;

/// What a server tells of itself: `redis_version:7.0.15`, a line each.
final class ServerInfo {

    private ServerInfo() {}

    /// Empty where the user may not ask.
    static Map<String, String> of(RedisLink link) throws FaultException, InterruptedException {
        Map<String, String> info = new LinkedHashMap<>();
        try {
            for (String section : new String[]{"server", "replication"}) {
                String told = Reply.text(link.at(link.nodes().masters().getFirst(), "the server", Command.INFO,
                        RedisLine.words(section)));
                told.lines().filter(l -> l.indexOf(':') > 0)
                        .forEach(l -> info.put(l.substring(0, l.indexOf(':')), l.substring(l.indexOf(':') + 1)));
            }
        } catch (FaultException e) {
            if (e.kind() != FaultKind.NOT_AUTHORISED) {
                throw e;
            }
        }
        return info;
    }

    static String title(Map<String, String> info) {
        return "Redis " + info.getOrDefault("redis_version", "of unknown version");
    }

    /// A server's replication id lives as long as its data; a cluster has no one identity that all its servers tell.
    static Optional<String> identity(Map<String, String> info, RedisConfig config) {
        return config.mode() == RedisMode.CLUSTER
                ? Optional.of("cluster " + config.hosts().getFirst())
                : Optional.ofNullable(info.get("master_replid")).map(id -> id + "/" + config.database());
    }
}
