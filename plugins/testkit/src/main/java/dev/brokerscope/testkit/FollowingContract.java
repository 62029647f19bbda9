package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Reading while others write.
public interface FollowingContract extends BrokerFixture {

    /// What must come within a second is given five times that.
    Duration LIVENESS = Duration.ofSeconds(5);

    @Test
    default void isBoundedByTheEndCapturedAtOpening() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId channel = emptyChannel(2);
            ChannelDetails details = session.describe(channel);
            Assumptions.assumeTrue(details.profile().end() == EndKind.POSITION);
            List<Message> before = publish(session, details, 30);
            try (Cursor cursor = session.open(SessionFixture.everything(details))) {
                publish(session, details, 10);
                assertEquals(before.size(), Readout.rest(cursor).messages().size());
            }
        }
    }

    @Test
    default void readsAnEmptyChannelToItsEnd() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(3));
            Assumptions.assumeTrue(details.profile().starts().contains(StartKind.EARLIEST), "keeps nothing to read");
            assertEquals(List.of(), Readout.of(session, SessionFixture.everything(details)).messages());
        }
    }

    @Test
    default void followsWhatArrives() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(2));
            try (Cursor cursor = session.open(following(details))) {
                List<Message> sent = publish(session, details, 25);
                List<Message> came = Readout.first(cursor, sent.size());
                assertEquals(Readout.byPartition(sent).keySet(), Readout.byPartition(came).keySet());
                assertEquals(sent.size(), came.size());
            }
        }
    }

    @Test
    default void stopsFollowingWithinASecondOfCancel() throws Exception {
        try (WritableSession session = connectForWriting();
                Cursor cursor = session.open(following(session.describe(emptyChannel(1))))) {
            FutureTask<FaultException> waiting = new FutureTask<>(() -> assertThrows(FaultException.class, () -> {
                while (true) {
                    cursor.next(Duration.ofSeconds(30));
                }
            }));
            Thread.ofPlatform().daemon().start(waiting);
            cursor.cancel();
            assertEquals(FaultKind.CANCELLED, waiting.get(LIVENESS.toMillis(), TimeUnit.MILLISECONDS).kind());
        }
    }

    @Test
    default void takesAnInterruptAsCancel() throws Exception {
        try (WritableSession session = connectForWriting();
                Cursor cursor = session.open(following(session.describe(emptyChannel(1))))) {
            FutureTask<Void> waiting = new FutureTask<>(() -> {
                while (true) {
                    cursor.next(Duration.ofSeconds(30));
                }
            });
            Thread reader = Thread.ofPlatform().daemon().start(waiting);
            reader.interrupt();
            ExecutionException ended = assertThrows(ExecutionException.class,
                    () -> waiting.get(LIVENESS.toMillis(), TimeUnit.MILLISECONDS));
            assertInstanceOf(InterruptedException.class, ended.getCause());
        }
    }

    private static OpenRequest following(ChannelDetails details) {
        Assumptions.assumeTrue(details.profile().starts().contains(StartKind.LATEST), "cannot start at the latest");
        return SessionFixture.everything(details).from(new Start.Latest()).to(new End.Follow());
    }

    private static List<Message> publish(WritableSession session, ChannelDetails details, int count) throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile())
                .generate(count, details.partitions().size());
        Publishing.allOf(session, PublishRequest.restore(details.id()), messages, details.attributes());
        return messages;
    }
}
