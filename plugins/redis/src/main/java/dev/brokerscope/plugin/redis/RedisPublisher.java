package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.api.message.TimestampType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/// Adds entries with ids of our choosing, many at a time. Since the id is known beforehand, an answer that was lost with
/// the connection can be looked up: nothing is added twice.
final class RedisPublisher implements Publisher {

    private static final int AT_ONCE = 500;
    private static final long BYTES_AT_ONCE = 4L << 20;
    private static final int ATTEMPTS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    /// A stream that was deleted meanwhile must not come back with a part of its entries.
    private static final byte[] NEVER_CREATE = "NOMKSTREAM".getBytes(StandardCharsets.US_ASCII);

    private record Entry(long token, Position id, byte[][] words, long bytes) {}

    private final RedisLink link;
    private final PublishRequest request;
    private final AckListener acks;
    private final Consumer<RedisPublisher> whenClosed;
    private final byte[] key;
    private final String what;
    private final EntryForm form;
    private final boolean fresh;
    private volatile RedisLine line;
    private volatile boolean closed;
    private Position last;

    RedisPublisher(RedisLink link, PublishRequest request, AckListener acks, Consumer<RedisPublisher> whenClosed)
            throws FaultException, InterruptedException {
        this.link = link;
        this.request = request;
        this.acks = acks;
        this.whenClosed = whenClosed;
        this.key = KeyNames.key(request.target());
        this.what = "stream " + request.target();
        this.form = link.config().form();
        this.last = StreamInfo.of(link, request.target()).last();
        this.fresh = last.equals(StreamId.ZERO);
        this.line = link.own(key);
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        Map<MessagePart, Keep> keeps = RedisProfile.keeps(fresh);
        keeps.put(MessagePart.TIMESTAMP, request.keepTimestamp() ? Keep.EXACT : Keep.LOST);
        if (!request.keepTimestamp()) {
            keeps.put(MessagePart.POSITION, Keep.LOST);
        }
        return keeps;
    }

    @Override
    public OptionalInt partitionOf(Message message) {
        return refusal(message).isPresent() ? OptionalInt.empty() : OptionalInt.of(0);
    }

    @Override
    public Optional<FaultException> refusal(Message message) {
        return request.partitioning() == Partitioning.KEEP && message.partition() != 0
                ? Optional.of(RedisFaults.noPartition(what, message.partition())) : Optional.empty();
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source)
            throws FaultException, InterruptedException {
        List<Entry> entries = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            Optional<FaultException> refusal = refusal(message);
            if (refusal.isPresent()) {
                acks.failed(firstToken + i, refusal.get());
                continue;
            }
            Entry entry = entry(message, firstToken + i, source);
            if (!entries.isEmpty() && (entries.size() >= AT_ONCE || bytes + entry.bytes > BYTES_AT_ONCE)) {
                add(entries);
                entries.clear();
                bytes = 0;
            }
            entries.add(entry);
            bytes += entry.bytes;
        }
        add(entries);
    }

    private Entry entry(Message message, long token, AttributeSchema source) {
        Position id = idOf(message);
        last = id;
        List<byte[]> fields = form.write(message, source, id.hi(), request.keepTimestamp());
        byte[][] words = new byte[fields.size() + 3][];
        words[0] = key;
        words[1] = NEVER_CREATE;
        words[2] = StreamId.id(id);
        long bytes = 0;
        for (int i = 0; i < fields.size(); i++) {
            words[i + 3] = fields.get(i);
            bytes += fields.get(i).length;
        }
        return new Entry(token, id, words, bytes);
    }

    /// Its own id where it had one of Redis and that is still free; else one made of its time.
    private Position idOf(Message message) {
        Position had = new Position(0, message.positionHi(), message.positionLo());
        boolean ours = message.timestampType() == TimestampType.CREATE && message.timestamp() == had.hi();
        if (request.keepTimestamp() && ours && had.compareTo(last) > 0) {
            return had;
        }
        boolean timed = request.keepTimestamp() && message.timestampType() != TimestampType.NONE;
        long millis = Math.max(0, timed ? message.timestamp() : System.currentTimeMillis());
        return millis > last.hi() ? new Position(0, millis, 0) : last.next();
    }

    private void add(List<Entry> entries) throws FaultException, InterruptedException {
        List<Entry> left = entries;
        int attempt = 0;
        while (!left.isEmpty()) {
            demandOpen();
            try {
                left = attempt == 0 ? left : missing(left);
                send(left);
                return;
            } catch (FaultException e) {
                demandOpen();
                boolean again = e.kind() == FaultKind.UNREACHABLE || e.kind() == FaultKind.TIMEOUT;
                if (!again || ++attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(BETWEEN);
            }
        }
    }

    private void send(List<Entry> entries) throws FaultException, InterruptedException {
        for (Entry entry : entries) {
            line.send(what, Command.XADD, entry.words);
        }
        List<@Nullable Object> answers = line.answers(what, entries.size());
        for (Object answer : answers) {
            if (answer instanceof JedisRedirectionException moved) {
                throw RedisFaults.moving(what, moved);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            switch (answers.get(i)) {
                case JedisDataException refusal ->
                        acks.failed(entries.get(i).token, RedisFaults.refused(what, refusal));
                case null -> acks.failed(entries.get(i).token, RedisFaults.gone(what, "written"));
                default -> acks.acknowledged(entries.get(i).token, Optional.of(entries.get(i).id));
            }
        }
    }

    /// After the connection broke: what stands in the stream already was added, the rest is to be sent again.
    private List<Entry> missing(List<Entry> entries) throws FaultException, InterruptedException {
        link.end(line);
        link.nodes().refresh();
        line = link.own(key);
        List<Entry> missing = new ArrayList<>();
        List<Entry> added = new ArrayList<>();
        for (Entry entry : entries) {
            byte[] id = StreamId.id(entry.id);
            List<?> found = Reply.list(line.call(what, Command.XRANGE, key, id, id));
            (found.isEmpty() ? missing : added).add(entry);
        }
        added.forEach(e -> acks.acknowledged(e.token, Optional.of(e.id)));
        return missing;
    }

    @Override
    public void flush(Duration maxWait) {
        // every answer came before publish returned
    }

    private void demandOpen() throws FaultException {
        if (closed || link.isClosed()) {
            throw RedisFaults.closed();
        }
    }

    @Override
    public void close() {
        closed = true;
        line.drop();
        link.end(line);
        whenClosed.accept(this);
    }
}
