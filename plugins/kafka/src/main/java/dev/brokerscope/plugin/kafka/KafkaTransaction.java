package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// A producer's transactions, one after the other; nothing of that where none are wanted. One thread.
final class KafkaTransaction {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaFaults faults;
    private final boolean wanted;
    private final String what;
    private boolean begun;

    KafkaTransaction(KafkaProducer<byte[], byte[]> producer, KafkaFaults faults, boolean wanted, String what) {
        this.producer = producer;
        this.faults = faults;
        this.wanted = wanted;
        this.what = what;
    }

    /// Shuts out whoever used the name before, and waits until what that left open is taken back or completed.
    void open() throws FaultException, InterruptedException {
        if (wanted) {
            run(producer::initTransactions);
        }
    }

    void begin() {
        if (wanted && !begun) {
            producer.beginTransaction();
            begun = true;
        }
    }

    void commit() throws FaultException, InterruptedException {
        if (begun) {
            run(producer::commitTransaction);
            begun = false;
        }
    }

    void abort() throws FaultException, InterruptedException {
        if (begun) {
            begun = false;
            run(producer::abortTransaction);
        }
    }

    /// So that readers of committed messages need not wait for the broker to give the transaction up.
    void abortQuietly() {
        if (begun) {
            begun = false;
            try {
                producer.abortTransaction();
            } catch (KafkaException | IllegalStateException ignored) {
                // the broker takes it back by itself after a while
            }
        }
    }

    private void run(Runnable step) throws FaultException, InterruptedException {
        try {
            step.run();
        } catch (InterruptException interrupted) {
            Thread.interrupted(); // Kafka sets the flag again; the exception says it all
            throw new InterruptedException();
        } catch (KafkaException failed) {
            throw faults.of(failed, what);
        }
    }
}
