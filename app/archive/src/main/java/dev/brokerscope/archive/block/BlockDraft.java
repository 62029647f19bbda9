package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;

/// A block that is still open: messages are copied into it, no object per message stays. One thread at a time.
public final class BlockDraft {

    /// A block is closed before its canonical bytes grow above this.
    public static final int LIMIT = 245_760;

    private final CanonicalForm form;
    private final ByteSink canonical;
    private final PlaceSink places;
    private int count;
    private long firstHi;
    private long firstLo;
    private long lastHi;
    private long lastLo;
    private long tombstones;
    private boolean timed;
    private long timeMin;
    private long timeMax;

    /// @param capacity bytes to begin with: about what the block before needed
    public BlockDraft(CanonicalForm form, int capacity) {
        this.form = form;
        this.canonical = new ByteSink(capacity);
        this.places = new PlaceSink(form, 1024);
    }

    /// Takes the message in, unless the block is full already.
    ///
    /// @return whether it was taken; where not, the block has to be closed and the message begins the next one
    public boolean add(Message message) {
        int mark = canonical.size();
        if (count > 0 && mark + CanonicalForm.least(message) > LIMIT) {
            return false; // without copying what may be large
        }
        form.message(message, canonical);
        if (count > 0 && canonical.size() > LIMIT) {
            canonical.truncate(mark);
            return false;
        }
        places.add(message);
        if (count == 0) {
            firstHi = message.positionHi();
            firstLo = message.positionLo();
        }
        lastHi = message.positionHi();
        lastLo = message.positionLo();
        tombstones += message.valueSize() < 0 ? 1 : 0;
        if (message.timestampType() != TimestampType.NONE) {
            timeMin = timed ? Math.min(timeMin, message.timestamp()) : message.timestamp();
            timeMax = timed ? Math.max(timeMax, message.timestamp()) : message.timestamp();
            timed = true;
        }
        count++;
        return true;
    }

    public int count() {
        return count;
    }

    /// Bytes held in memory.
    public int size() {
        return canonical.size() + places.bytes().size();
    }

    CanonicalForm form() {
        return form;
    }

    ByteSink canonical() {
        return canonical;
    }

    ByteSink places() {
        return places.bytes();
    }

    public long firstHi() {
        return firstHi;
    }

    public long firstLo() {
        return firstLo;
    }

    long lastHi() {
        return lastHi;
    }

    long lastLo() {
        return lastLo;
    }

    long tombstones() {
        return tombstones;
    }

    boolean timed() {
        return timed;
    }

    long timeMin() {
        return timeMin;
    }

    long timeMax() {
        return timeMax;
    }
}
