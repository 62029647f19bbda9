package dev.brokerscope.archive;

/// Which parts of messages count when contents are compared: what a restore declared lost is left out.
public record ContentMask(boolean key, boolean value, boolean headers, boolean timestamp, boolean attributes) {

    /// Everything a restore can keep: the hashes that archives store.
    public static final ContentMask ALL = new ContentMask(true, true, true, true, true);

    public ContentMask withoutHeaders() {
        return new ContentMask(key, value, false, timestamp, attributes);
    }

    public ContentMask withoutTimestamp() {
        return new ContentMask(key, value, headers, false, attributes);
    }

    public ContentMask withoutAttributes() {
        return new ContentMask(key, value, headers, timestamp, false);
    }
}
