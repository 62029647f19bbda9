package dev.brokerscope.plugin.rabbitmq.stream;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How much was handed over and not confirmed yet, in messages and bytes. Any thread.
final class InFlight {

    private static final long MOST_BYTES = 32L << 20;
    private static final long BREATH_MILLIS = 100;

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int messages;
    private long bytes;

    InFlight(int most) {
        this.most = Math.max(1, most);
    }

    boolean hasRoom(int size) {
        lock.lock();
        try {
            return fits(size);
        } finally {
            lock.unlock();
        }
    }

    private boolean fits(int size) {
        return messages == 0 || messages < most && bytes + size <= MOST_BYTES;
    }

    /// Waits a moment for room.
    ///
    /// @return whether there was some, which is taken then
    boolean enter(int size) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!fits(size)) {
                changed.await(BREATH_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (!fits(size)) {
                return false;
            }
            messages++;
            bytes += size;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void settled(int size) {
        lock.lock();
        try {
            messages--;
            bytes -= size;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return messages == 0;
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits a moment for something to be confirmed.
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (messages > 0) {
                changed.await(BREATH_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }
}
