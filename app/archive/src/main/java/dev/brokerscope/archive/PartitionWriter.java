package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.block.BlockDraft;
import dev.brokerscope.archive.block.CanonicalForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One partition of the run: its open block, and the gaps around it. One thread.
final class PartitionWriter {

    /// Small: of hundreds of partitions most are not being read at the moment.
    private static final int FIRST_CAPACITY = 512;

    /// A block that takes no more messages.
    ///
    /// @param before gaps in front of its first message
    /// @param inside gaps between its messages
    record Closed(PartitionWriter partition, BlockDraft draft, List<PendingGap> before, List<PendingGap> inside) {}

    private final String name;
    private final RangeStart range;
    private final boolean dense;
    private final CanonicalForm form;
    private StoredPartition stored;
    private BlockDraft draft;
    private List<PendingGap> before = new ArrayList<>();
    private List<PendingGap> inside = new ArrayList<>();
    private List<PendingGap> behind = new ArrayList<>();
    private long expectedHi;
    private long expectedLo;
    private boolean done;
    private long openedAt;

    PartitionWriter(String name, RangeStart range, boolean dense, CanonicalForm form, StoredPartition stored) {
        this.name = name;
        this.range = range;
        this.dense = dense;
        this.form = form;
        this.stored = stored;
        this.draft = new BlockDraft(form, FIRST_CAPACITY);
        this.expectedHi = stored.next().hi();
        this.expectedLo = stored.next().lo();
        this.done = range.end().isPresent() && stored.next().compareTo(range.end().get()) >= 0;
    }

    StoredPartition stored() {
        return stored;
    }

    /// Goes on in the next volume; what is open comes along.
    void continueIn(StoredPartition next) {
        if (!stored.harmless()) {
            next.harmed();
        }
        stored = next;
    }

    RangeStart range() {
        return range;
    }

    boolean dense() {
        return dense;
    }

    /// @return the block that the message found full, if any
    Optional<Closed> append(Message message) throws FaultException {
        long hi = message.positionHi();
        long lo = message.positionLo();
        if (hi < expectedHi || hi == expectedHi && lo < expectedLo) {
            throw new FaultException(FaultKind.PLUGIN, "archive.order",
                    "The broker plugin gave position " + hi + "-" + lo
                            + " of " + name + " after a later one.",
                    "Report this to the plugin's author.");
        }
        if (dense && (hi != expectedHi || lo != expectedLo)) {
            gap(new PendingGap(expected(), message.position(), GapReason.UNREADABLE, true,
                    "the broker plugin gave no reason"));
        }
        Optional<Closed> closed = Optional.empty();
        boolean first = draft.count() == 0;
        if (!draft.add(message)) {
            closed = Optional.of(close(draft.size()));
            draft.add(message);
            first = true;
        }
        if (first) {
            openedAt = System.nanoTime();
        }
        if (!behind.isEmpty()) {
            (first ? before : inside).addAll(behind);
            behind = new ArrayList<>();
        }
        expectedHi = lo == Long.MAX_VALUE ? hi + 1 : hi;
        expectedLo = lo == Long.MAX_VALUE ? 0 : lo + 1;
        return closed;
    }

    void gap(PendingGap gap) {
        Position from = gap.from().compareTo(expected()) < 0 ? expected() : gap.from();
        Position next = range.end().filter(e -> e.compareTo(gap.next()) < 0).orElse(gap.next());
        if (next.compareTo(from) <= 0) {
            return;
        }
        if (dense && from.compareTo(expected()) > 0) {
            add(new PendingGap(expected(), from, GapReason.UNREADABLE, true, "the broker plugin gave no reason"));
        }
        add(new PendingGap(from, next, gap.reason(), gap.measured(), gap.detail()));
        expectedHi = next.hi();
        expectedLo = next.lo();
    }

    private void add(PendingGap gap) {
        if (!behind.isEmpty() && behind.getLast().continuedBy(gap)) {
            behind.set(behind.size() - 1, behind.getLast().upTo(gap.next()));
        } else {
            behind.add(gap);
        }
    }

    /// The partition was read up to here: what lies between holds no message, though no plugin said why.
    ///
    /// @return whether its end is reached, for the first time
    boolean reached(Position next) {
        boolean atEnd = range.end().isPresent() && next.compareTo(range.end().get()) >= 0;
        if (!atEnd || done) {
            return false;
        }
        skipTo(range.end().get());
        done = true;
        return true;
    }

    /// Moves on without messages.
    void skipTo(Position next) {
        if (dense && next.compareTo(expected()) > 0) {
            gap(new PendingGap(expected(), next, GapReason.SPARSE, false, ""));
        }
        if (next.compareTo(expected()) > 0) {
            expectedHi = next.hi();
            expectedLo = next.lo();
        }
    }

    /// How long the open block has held a message; zero where it holds none.
    Duration openFor() {
        return draft.count() == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - openedAt);
    }

    /// The open block, if it holds anything; it is closed by that.
    Optional<Closed> closeOpen() {
        return draft.count() == 0 ? Optional.empty() : Optional.of(close(0));
    }

    /// The gaps behind the last message; they are handed out once.
    List<PendingGap> takeTrailing() {
        List<PendingGap> gaps = behind;
        behind = new ArrayList<>();
        return gaps;
    }

    Position expected() {
        return new Position(range.partition(), expectedHi, expectedLo);
    }

    /// @param capacity of the block that follows
    private Closed close(int capacity) {
        Closed closed = new Closed(this, draft, before, inside);
        before = new ArrayList<>();
        inside = new ArrayList<>();
        draft = new BlockDraft(form, Math.clamp(capacity, FIRST_CAPACITY, BlockDraft.LIMIT + 16_384));
        return closed;
    }
}
