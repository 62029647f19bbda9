package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.Constants;
import com.rabbitmq.stream.Message;
import com.rabbitmq.stream.OffsetSpecification;
import com.rabbitmq.stream.StreamException;
import com.rabbitmq.stream.impl.Client;
import com.rabbitmq.stream.impl.Client.StreamMetadata;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.ToLongFunction;

/// One connection by the stream protocol. Any thread; calls that wait for an answer do not heed interrupts.
final class StreamLine implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Client client;
    private final ChunkFrames frames;

    StreamLine(Client client, ChunkFrames frames) {
        this.client = client;
        this.frames = frames;
    }

    boolean isOpen() {
        return client.isOpen();
    }

    /// The largest message, as it is stored; absent where the server takes any.
    Optional<Long> largestMessage() {
        return frames.largestFrame() == 0 ? Optional.empty()
                : Optional.of(frames.largestFrame() - 4 - 2 - 2 - 4 - 8 - 4);
    }

    /// @throws FaultException of kind `NOT_FOUND` where there is no such stream
    StreamMetadata metadata(String stream) throws FaultException {
        try {
            StreamMetadata metadata = client.metadata(stream).get(stream);
            if (metadata == null) {
                throw RabbitFaults.unknown(what(stream));
            }
            demand(stream, metadata.getResponseCode());
            return metadata;
        } catch (StreamException e) {
            throw StreamFaults.of(what(stream), e);
        }
    }

    /// The streams of a super stream, in order; empty where there is none of that name.
    List<String> partitions(String superStream) throws FaultException {
        try {
            return client.partitions(superStream);
        } catch (StreamException e) {
            FaultException fault = StreamFaults.of(what(superStream), e);
            if (fault.kind() == FaultKind.NOT_FOUND) {
                return List.of();
            }
            throw fault;
        }
    }

    void subscribe(int id, String stream, OffsetSpecification from, int credit) throws FaultException {
        try {
            demand(stream, client.subscribe((byte) id, stream, from, credit).getResponseCode());
        } catch (StreamException e) {
            throw StreamFaults.of(what(stream), e);
        }
    }

    /// Whatever chunks the server had for the subscription came before this returns.
    void unsubscribe(int id, String stream) throws FaultException {
        try {
            client.unsubscribe((byte) id);
        } catch (StreamException e) {
            throw StreamFaults.of(what(stream), e);
        }
    }

    /// Allows so many more chunks; does not wait.
    void credit(int id, int chunks) {
        if (client.isOpen()) {
            client.credit((byte) id, chunks);
        }
    }

    /// Under a name the server drops what it has already, told by the publishing id.
    void declarePublisher(int id, String name, String stream) throws FaultException {
        try {
            demand(stream, client.declarePublisher((byte) id, name, stream).getResponseCode());
        } catch (StreamException e) {
            throw StreamFaults.of(what(stream), e);
        }
    }

    /// @param ids for each message in turn
    void publish(int id, String stream, List<byte[]> messages, ToLongFunction<Object> ids) throws FaultException {
        try {
            List<Message> wrapped = messages.stream().map(m -> client.messageBuilder().addData(m).build()).toList();
            client.publish((byte) id, wrapped, ids);
        } catch (StreamException | IllegalArgumentException | RejectedExecutionException e) {
            throw StreamFaults.of(what(stream), e);
        }
    }

    private static void demand(String stream, short code) throws FaultException {
        if (code != Constants.RESPONSE_CODE_OK) {
            throw StreamFaults.of(what(stream), code);
        }
    }

    private static String what(String stream) {
        return "stream " + stream;
    }

    /// Does not wait for a server that keeps silent.
    @Override
    public void close() {
        Thread farewell = Thread.ofVirtual().name("rabbitmq close").start(client::close);
        try {
            farewell.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
