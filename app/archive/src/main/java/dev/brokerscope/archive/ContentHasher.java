package dev.brokerscope.archive;

import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.block.ByteSink;
import dev.brokerscope.archive.block.CanonicalForm;
import dev.brokerscope.archive.block.Sha;
import java.security.MessageDigest;

/// Hashes the contents of messages as archives do: what a restore can keep, without position and channel.
/// Two streams are equal where they give the same hash for the same count. One thread.
public final class ContentHasher {

    private static final int FLUSH_AT = 32_768;

    private final CanonicalForm form;
    private final ContentMask mask;
    private final ByteSink buffer = new ByteSink(FLUSH_AT * 2);
    private final MessageDigest digest = Sha.start();
    private long count;

    public ContentHasher(AttributeSchema attributes, ContentMask mask) {
        this.form = new CanonicalForm(attributes);
        this.mask = mask;
    }

    public void add(Message message) {
        if (mask.key()) {
            form.key(message, buffer);
        }
        if (mask.value()) {
            form.value(message, buffer);
        }
        if (mask.headers()) {
            form.headers(message, buffer);
        }
        if (mask.timestamp()) {
            form.timestamp(message, buffer);
        }
        if (mask.attributes()) {
            form.attributes(message, buffer);
        }
        count++;
        if (buffer.size() > FLUSH_AT) {
            flush();
        }
    }

    /// Messages since the last cut.
    public long count() {
        return count;
    }

    /// The hash of the messages since the last cut; begins anew.
    public Bytes cut() {
        flush();
        count = 0;
        return Bytes.wrap(digest.digest());
    }

    private void flush() {
        buffer.update(digest);
        buffer.truncate(0);
    }
}
