package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.redis.PendingEntries.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import redis.clients.jedis.Protocol.Command;

/// Sets groups of a stream, and hands to their consumers again what they had not acknowledged.
record RedisGroupRestore(RedisLink link) implements GroupRestore {

    @Override
    public List<String> restore(ChannelId channel, GroupState state) throws FaultException, InterruptedException {
        StreamInfo.of(link, channel);
        List<String> lost = new ArrayList<>();
        for (Progress progress : state.progress()) {
            set(channel, state.name(), progress, lost);
        }
        return lost;
    }

    private void set(ChannelId channel, String group, Progress progress, List<String> lost)
            throws FaultException, InterruptedException {
        byte[] key = KeyNames.key(channel);
        byte[] name = KeyNames.key(ChannelId.of("group", group));
        String what = "group " + group + " of stream " + channel;
        byte[] last = progress.next().equals(StreamId.ZERO) ? StreamId.id(StreamId.ZERO)
                : StreamId.idBefore(progress.next());
        List<Object> read = new ArrayList<>();
        if (progress.metadata().startsWith(RedisGroups.ENTRIES_READ)) {
            read.addAll(List.of("ENTRIESREAD", progress.metadata().substring(RedisGroups.ENTRIES_READ.length())));
        } else if (!progress.metadata().isEmpty()) {
            lost.add("Redis keeps no notes with a group: \"" + progress.metadata() + "\" of group " + group
                    + " is lost.");
        }
        try {
            ask(what, key, "CREATE", name, last, read);
        } catch (FaultException e) {
            if (e.kind() != FaultKind.REJECTED || !e.fault().message().contains("BUSYGROUP")) {
                throw e;
            }
            ask(what, key, "SETID", name, last, read);
        }
        PendingEntries pending = PendingEntries.read(progress.pending());
        for (byte[] consumer : pending.consumers()) {
            link.ask(what, Command.XGROUP, "CREATECONSUMER", key, name, consumer);
        }
        claim(what, key, name, pending.entries(), lost);
    }

    private void ask(String what, byte[] key, String sub, byte[] group, byte[] last, List<Object> read)
            throws FaultException, InterruptedException {
        List<Object> words = new ArrayList<>(List.of(group, last));
        words.addAll(read);
        link.ask(what, Command.XGROUP, sub, key, words.toArray());
    }

    private void claim(String what, byte[] key, byte[] group, List<Pending> entries, List<String> lost)
            throws FaultException, InterruptedException {
        long missing = 0;
        for (Pending entry : entries) {
            List<?> claimed = Reply.list(link.ask(what, Command.XCLAIM, key, group, entry.consumer(), 0, entry.id(),
                    "TIME", entry.delivered(), "RETRYCOUNT", entry.deliveries(), "FORCE", "JUSTID"));
            missing += claimed.isEmpty() ? 1 : 0;
        }
        if (missing > 0) {
            lost.add(String.format(Locale.ENGLISH, "%,d pending entries of %s were deleted from the stream before.",
                    missing, what));
        }
    }
}
