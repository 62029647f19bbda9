package dev.brokerscope.plugin.kafka;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TransactionAbortedException;

/// What a record that was not written tells about itself and others.
enum SendFailure {

    /// Only this message was refused: it had a batch to itself.
    MESSAGE,
    /// This message was refused, and its whole batch with it.
    MESSAGE_AND_BATCH,
    /// The message has no fault of its own.
    BATCH,
    /// The target as a whole fails.
    TARGET;

    /// @param stopped whether another message stopped the producer
    /// @param transactional whether a refused message takes the whole transaction with it
    static SendFailure of(Exception failure, boolean stopped, boolean transactional) {
        return switch (failure) {
            case RecordTooLargeException _ -> transactional ? MESSAGE_AND_BATCH : MESSAGE;
            case RecordBatchTooLargeException _ -> transactional ? MESSAGE_AND_BATCH : MESSAGE;
            case SerializationException _ -> transactional ? MESSAGE_AND_BATCH : MESSAGE;
            case InvalidTimestampException _ -> MESSAGE_AND_BATCH;
            case InvalidRecordException _ -> MESSAGE_AND_BATCH;
            case TransactionAbortedException _ -> BATCH;
            case ApiException _ -> stopped ? BATCH : TARGET;
            // the client says so to the neighbours of a refused message in no other way
            case KafkaException e when String.valueOf(e.getMessage()).contains("part of a batch") -> BATCH;
            default -> stopped ? BATCH : TARGET;
        };
    }
}
