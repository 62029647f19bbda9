package dev.brokerscope.plugin.rabbitmq.queue;

import com.rabbitmq.client.AMQP.Queue.DeclareOk;
import com.rabbitmq.client.Delivery;
import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorEvent.Notice;
import dev.brokerscope.api.broker.CursorPlan;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitLink;
import dev.brokerscope.plugin.rabbitmq.message.IncomingMessages;
import dev.brokerscope.plugin.rabbitmq.message.MessageSize;
import dev.brokerscope.plugin.rabbitmq.message.RabbitAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Browses as many messages as a queue held when it was opened. What was handed out stays hidden from the queue's
/// consumers until the cursor is closed.
final class QueueCursor implements Cursor {

    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long SILENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final RabbitLink link;
    private final BrowsePlan plan;
    private final Browser browser;
    private final Count held;
    private final int othersConsuming;
    private final long target;
    private final IncomingMessages incoming;
    private final Consumer<QueueCursor> whenClosed;
    private final long opened = System.nanoTime();
    private final ReentrantLock using = new ReentrantLock();
    private final List<CursorEvent> events = new ArrayList<>();
    private Optional<Message> head = Optional.empty();
    private long handed;
    private long handedBytes;
    private boolean stopped;
    private boolean emptyBefore;
    private volatile boolean cancelled;
    private volatile boolean closed;

    private QueueCursor(RabbitLink link, BrowsePlan plan, Browser browser, DeclareOk now,
            Consumer<QueueCursor> whenClosed) {
        this.link = link;
        this.plan = plan;
        this.browser = browser;
        this.whenClosed = whenClosed;
        this.incoming = new IncomingMessages(plan.countsDeliveries());
        this.othersConsuming = now.getConsumerCount();
        this.held = now.getConsumerCount() == 0 ? Count.exact(now.getMessageCount())
                : Count.atMost(now.getMessageCount());
        this.target = plan.reads() ? Math.min(Math.min(held.value(), plan.most()), plan.cap().messages()) : 0;
    }

    static QueueCursor open(RabbitLink link, BrowsePlan plan, Consumer<QueueCursor> whenClosed)
            throws FaultException, InterruptedException {
        Browser browser = Browser.open(link, plan.queue(), plan.request().limits().messages());
        try {
            QueueCursor cursor = new QueueCursor(link, plan, browser, browser.look(), whenClosed);
            if (cursor.target > 0) {
                browser.ask(cursor.target);
            }
            return cursor;
        } catch (FaultException | InterruptedException e) {
            browser.close();
            throw e;
        }
    }

    @Override
    public CursorPlan plan() {
        if (!plan.reads()) {
            return new CursorPlan(List.of(), RabbitAttributes.SCHEMA);
        }
        Count expected = target == held.value() ? held : new Count(target, held.quality());
        return new CursorPlan(List.of(new CursorPlan.Range(0, Position.of(0, 0), Optional.of(Position.of(0, target)),
                expected)), RabbitAttributes.SCHEMA);
    }

    @Override
    public Batch next(Duration maxWait) throws FaultException, InterruptedException {
        using.lockInterruptibly();
        try {
            long deadline = System.nanoTime() + maxWait.toNanos();
            while (true) {
                demandOpen();
                if (isDone()) {
                    return end();
                }
                askAhead();
                Optional<Message> first = first(Math.min(BREATH, Math.max(1, deadline - System.nanoTime())));
                if (first.isPresent()) {
                    return hand(first.get());
                }
                demandLiving();
                checkShortfall();
                if (System.nanoTime() >= deadline && !isDone()) {
                    return Batch.EMPTY;
                }
            }
        } catch (FaultException e) {
            demandOpen();
            throw e;
        } finally {
            using.unlock();
        }
    }

    private boolean isDone() {
        return handed >= target || stopped;
    }

    private void askAhead() throws FaultException, InterruptedException {
        long left = target - browser.asked();
        if (left > 0 && browser.isLow() && browser.intake().failure().isEmpty()) {
            browser.ask(left);
        }
    }

    private Optional<Message> first(long nanos) throws InterruptedException {
        if (head.isPresent()) {
            Optional<Message> kept = head;
            head = Optional.empty();
            return kept;
        }
        return browser.intake().take(nanos).map(this::read);
    }

    private Message read(Delivery delivery) {
        return incoming.read(delivery, handed);
    }

    private Batch hand(Message first) throws InterruptedException {
        List<Message> messages = new ArrayList<>();
        long bytes = 0;
        Optional<Message> next = Optional.of(first);
        while (next.isPresent()) {
            long size = MessageSize.of(next.get());
            if (!messages.isEmpty() && (bytes + size > plan.request().limits().bytes()
                    || messages.size() >= plan.request().limits().messages())) {
                head = next;
                break;
            }
            messages.add(next.get());
            bytes += size;
            handed++;
            next = messages.size() < plan.request().limits().messages() && handed < target
                    ? browser.intake().take(0).map(this::read) : Optional.empty();
        }
        handedBytes += bytes;
        emptyBefore = false;
        limit();
        boolean end = isDone();
        if (end) {
            noteCap();
        }
        return new Batch(List.copyOf(messages), take(), end);
    }

    private List<CursorEvent> take() {
        List<CursorEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private Batch end() {
        noteCap();
        return new Batch(List.of(), take(), true);
    }

    private void noteCap() {
        if (plan.reads() && !stopped && handed < Math.min(held.value(), plan.most())) {
            truncated("after " + handed + " of " + held.value() + " messages: no more are browsed at a time"
                    + " (browse.messages)");
        }
    }

    /// What is browsed stays in the server's memory, and it gives only so long.
    private void limit() {
        if (handed >= target) {
            return;
        }
        if (handedBytes >= plan.cap().bytes()) {
            truncated("after " + handed + " of " + held.value() + " messages: they have "
                    + (handedBytes >> 20) + " MiB, and no more is browsed at a time (browse.megabytes)");
        } else if (System.nanoTime() - opened > plan.holding().toNanos()) {
            truncated("after " + handed + " of " + held.value() + " messages, before the server would end it"
                    + " (consumer_timeout)");
        }
    }

    private void truncated(String where) {
        stopped = true;
        events.add(new Notice(Notice.Kind.TRUNCATED, OptionalInt.of(0), "Browsing " + plan.what() + " ended " + where
                + "."));
    }

    private void demandLiving() throws FaultException {
        Optional<FaultException> failure = browser.intake().failure();
        if (failure.isPresent() && browser.intake().waiting() == 0) {
            throw failure.get();
        }
        limit();
    }

    /// Other consumers may have taken what was counted, or it expired.
    private void checkShortfall() throws FaultException, InterruptedException {
        if (stopped || !browser.isFilling() || browser.intake().nanosSinceLast() < SILENCE) {
            return;
        }
        boolean empty = browser.look().getMessageCount() == 0 && browser.intake().waiting() == 0;
        if (empty && emptyBefore) {
            stopped = true;
            events.add(new Notice(Notice.Kind.COUNT_MISMATCH, OptionalInt.of(0), "The queue held " + held.value()
                    + " messages when it was opened, " + handed
                    + " came: consumers took the others meanwhile, or they expired."));
        } else if (!empty && browser.intake().nanosSinceLast() > link.config().timeout().toNanos()) {
            throw new FaultException(FaultKind.LOCKED, "rabbitmq.not-delivered",
                    "RabbitMQ does not deliver the messages"
                            + " of " + plan.what() + ", though it holds some.",
                    "Another consumer may be the only active one (x-single-active-consumer): stop it first.");
        }
        emptyBefore = empty;
    }

    @Override
    public List<Position> checkpoint() {
        return plan.reads() ? List.of(Position.of(0, handed)) : List.of();
    }

    @Override
    public void cancel() {
        cancelled = true;
        link.begin(() -> {
            browser.close();
            return true;
        });
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            browser.close();
            browser.awaitReturned(othersConsuming);
            whenClosed.accept(this);
        }
    }

    private void demandOpen() throws FaultException {
        if (cancelled) {
            throw RabbitFaults.cancelled();
        }
        if (closed || link.isClosed()) {
            throw RabbitFaults.closed();
        }
    }
}
