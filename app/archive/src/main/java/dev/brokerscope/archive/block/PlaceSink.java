package dev.brokerscope.archive.block;

import dev.brokerscope.api.message.AttributeValue;
import dev.brokerscope.api.message.Message;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a restore cannot keep of the messages of one block, as the bytes that are hashed: positions, and attributes that
/// are not restorable. See *places* in docs/archive-format.md. A message that directly follows the one before and has
/// the same attributes costs one byte. One thread.
final class PlaceSink {

    static final int STATED = 0;
    static final int FOLLOWS = 1;

    private final CanonicalForm form;
    private final List<CanonicalForm.Slot> slots;
    private final ByteSink bytes;
    /// Those of the last message, by slot.
    private final @Nullable AttributeValue[] attributes;
    private boolean begun;
    private long hi;
    private long lo;

    PlaceSink(CanonicalForm form, int capacity) {
        this.form = form;
        this.slots = form.other();
        this.bytes = new ByteSink(capacity);
        this.attributes = new AttributeValue[slots.size()];
    }

    void add(Message message) {
        boolean same = true;
        for (int i = 0; i < attributes.length; i++) {
            same &= keep(i, message.attribute(slots.get(i).index()).orElse(null));
        }
        add(message.positionHi(), message.positionLo(), same);
    }

    void add(BlockMeta meta, int message) {
        boolean same = true;
        for (int i = 0; i < attributes.length; i++) {
            same &= keep(i, meta.attribute(slots.get(i).index(), message));
        }
        add(meta.hi(message), meta.lo(message), same);
    }

    private boolean keep(int slot, @Nullable AttributeValue value) {
        AttributeValue before = attributes[slot];
        attributes[slot] = value;
        return value == before || Objects.equals(value, before);
    }

    private void add(long newHi, long newLo, boolean sameAttributes) {
        if (begun && sameAttributes && newHi == hi && newLo == lo + 1) {
            bytes.u8(FOLLOWS);
        } else {
            bytes.u8(STATED).i64(newHi).i64(newLo);
            form.otherAttributes(attributes, bytes);
        }
        begun = true;
        hi = newHi;
        lo = newLo;
    }

    /// Begins another block.
    void clear() {
        bytes.truncate(0);
        begun = false;
    }

    ByteSink bytes() {
        return bytes;
    }
}
