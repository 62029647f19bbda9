package dev.brokerscope.archive;

import dev.brokerscope.archive.block.BlockEncoder;
import dev.brokerscope.archive.block.EncodedBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Blocks on their way through the compressing threads, in the order they were closed. Used by the writing thread.
final class BlockQueue implements AutoCloseable {

    /// Bytes of open blocks that may wait at once; a single larger block waits alone.
    private static final long MOST_BYTES = 8L << 20;

    /// Work for the file, in order.
    sealed interface Item {
        record Block(PartitionWriter.Closed closed, Future<EncodedBlock> encoded) implements Item {}

        record Tail(PartitionWriter partition, List<PendingGap> gaps,
                dev.brokerscope.api.message.Position reached) implements Item {}
    }

    private final ExecutorService workers;
    private final BlockingQueue<BlockEncoder> encoders;
    private final List<BlockEncoder> all = new ArrayList<>();
    private final Deque<Item> items = new ArrayDeque<>();
    private long bytes;

    BlockQueue(WriterOptions options) {
        workers = Executors.newFixedThreadPool(options.workers(),
                Thread.ofPlatform().daemon().name("archive-compress-", 1).factory());
        encoders = new ArrayBlockingQueue<>(options.workers());
        for (int i = 0; i < options.workers(); i++) {
            BlockEncoder encoder = new BlockEncoder(options.compression());
            all.add(encoder);
            encoders.add(encoder);
        }
    }

    void add(PartitionWriter.Closed closed) {
        CompletableFuture<EncodedBlock> encoded = new CompletableFuture<>();
        BlockSeal seal = closed.partition().stored().seal();
        workers.execute(() -> encode(closed, seal, encoded));
        items.add(new Item.Block(closed, encoded));
        bytes += closed.draft().size();
    }

    /// Whether the next item is a block.
    boolean blockWaits() {
        return items.peek() instanceof Item.Block;
    }

    /// Blocks that were encrypted for one volume are encrypted again for another.
    void sealAgain() {
        List<Item> waiting = new ArrayList<>(items);
        items.clear();
        bytes = 0;
        for (Item item : waiting) {
            switch (item) {
                case Item.Block block -> add(block.closed());
                case Item.Tail tail -> add(tail);
            }
        }
    }

    void add(Item.Tail tail) {
        items.add(tail);
    }

    private void encode(PartitionWriter.Closed closed, BlockSeal seal, CompletableFuture<EncodedBlock> encoded) {
        try {
            BlockEncoder encoder = encoders.take();
            try {
                encoded.complete(seal.seal(encoder.encode(closed.draft())));
            } finally {
                encoders.add(encoder);
            }
        } catch (InterruptedException e) {
            encoded.cancel(false);
        } catch (RuntimeException | Error e) {
            encoded.completeExceptionally(e);
        }
    }

    /// The oldest item, if it is ready or has to be waited for since too much is under way.
    Optional<Item> ready() throws InterruptedException {
        Item head = items.peek();
        boolean takeIt = switch (head) {
            case null -> false;
            case Item.Tail _ -> true;
            case Item.Block block -> block.encoded().isDone() || bytes > MOST_BYTES;
        };
        return takeIt ? next() : Optional.empty();
    }

    /// The oldest item; waits for it.
    Optional<Item> next() throws InterruptedException {
        Item head = items.peek();
        if (head instanceof Item.Block block) {
            result(block);
            bytes -= block.closed().draft().size();
        }
        return Optional.ofNullable(items.poll());
    }

    static EncodedBlock result(Item.Block block) throws InterruptedException {
        try {
            return block.encoded().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block could not be compressed", e.getCause());
        }
    }

    /// Drops what is under way.
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (!workers.isTerminated()) {
            try {
                workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        all.forEach(BlockEncoder::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
