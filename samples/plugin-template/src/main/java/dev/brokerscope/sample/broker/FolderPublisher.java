package dev.brokerscope.sample.broker;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Appends lines. What fails concerns one message, so it is told by its token; the next one is tried.
final class FolderPublisher implements Publisher {

    private final LineFile file;
    private final AckListener acks;
    private long next;

    FolderPublisher(LineFile file, AckListener acks, long next) {
        this.file = file;
        this.acks = acks;
        this.next = next;
    }

    @Override
    public Map<MessagePart, Keep> effective() {
        return FolderProfile.PROFILE.restore();
    }

    @Override
    public void publish(List<Message> messages, long firstToken, AttributeSchema source) {
        for (int i = 0; i < messages.size(); i++) {
            try {
                file.append(messages.get(i).value().orElse(Bytes.EMPTY).toArray());
                acks.acknowledged(firstToken + i, Optional.of(Position.of(0, next++)));
            } catch (FaultException failed) {
                acks.failed(firstToken + i, failed);
            }
        }
    }

    @Override
    public void flush(Duration maxWait) {
        // nothing is ever in flight
    }

    @Override
    public void close() {
        // nothing is held
    }
}
