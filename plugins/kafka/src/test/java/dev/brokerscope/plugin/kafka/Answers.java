package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.AckListener;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a publisher told of each message.
final class Answers implements AckListener {

    private final Map<Long, Optional<Position>> acknowledged = new TreeMap<>();
    private final Map<Long, FaultException> failed = new TreeMap<>();
    private final Map<Long, FaultException> returned = new TreeMap<>();

    @Override
    public synchronized void acknowledged(long token, Optional<Position> position) {
        acknowledged.put(token, position);
    }

    @Override
    public synchronized void failed(long token, FaultException why) {
        failed.put(token, why);
    }

    @Override
    public synchronized void returned(long token, FaultException why) {
        returned.put(token, why);
    }

    synchronized Map<Long, FaultException> failed() {
        return new TreeMap<>(failed);
    }

    synchronized Map<Long, FaultException> returned() {
        return new TreeMap<>(returned);
    }
}
