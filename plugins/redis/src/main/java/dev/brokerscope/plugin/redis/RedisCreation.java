package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.List;
import redis.clients.jedis.Protocol.Command;

/// Makes streams: an empty one comes with a group, which goes at once.
record RedisCreation(RedisSession session) implements ChannelCreation {

    private static final String MAKER = "_brokerscope";

    @Override
    public List<String> create(ChannelId channel, ChannelDefinition definition)
            throws FaultException, InterruptedException {
        if (session.exists(channel)) {
            throw new FaultException(FaultKind.ALREADY_EXISTS, "redis.exists",
                    "There is a key " + channel + " already.", "Choose another name, or delete it first.");
        }
        RedisLink link = session.link();
        byte[] key = KeyNames.key(channel);
        String what = "stream " + channel;
        link.ask(what, Command.XGROUP, "CREATE", key, MAKER, "0-0", "MKSTREAM");
        link.ask(what, Command.XGROUP, "DESTROY", key, MAKER);
        return definition.settings().stream().filter(s -> s.origin() == SettingOrigin.SET)
                .map(s -> "A stream has no setting " + s.name() + ".").toList();
    }

    @Override
    public void delete(ChannelId channel) throws FaultException, InterruptedException {
        StreamInfo.of(session.link(), channel);
        session.link().ask("stream " + channel, Command.UNLINK, KeyNames.key(channel));
    }
}
