package dev.brokerscope.archive;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;

/// Hashes the contents of messages as archives do: what a restore can keep, without position and channel.
/// Two streams are equal where they give the same hash for the same count. One thread.
public final class ContentHasher {

    public ContentHasher(AttributeSchema attributes, ContentMask mask) {
        throw new UnsupportedOperationException("not there yet");
    }

    public void add(Message message) {
        throw new UnsupportedOperationException("not there yet");
    }

    /// Messages since the last cut.
    public long count() {
        throw new UnsupportedOperationException("not there yet");
    }

    /// The hash of the messages since the last cut; begins anew.
    public Bytes cut() {
        throw new UnsupportedOperationException("not there yet");
    }
}
