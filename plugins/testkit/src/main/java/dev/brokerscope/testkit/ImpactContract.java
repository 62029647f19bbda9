package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.testkit.Witness.Presence;
import dev.brokerscope.testkit.Witness.Sighting;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What reading does to the broker, as another client sees it, is just what the profile says: no less and no more.
public interface ImpactContract extends BrokerFixture {

    /// How many messages are looked at.
    int SAMPLE = 60;

    /// What the broker does behind the answer is given so long.
    Duration SETTLING = Duration.ofSeconds(10);

    @Test
    default void hasJustTheImpactThatItClaims() throws Exception {
        Assumptions.assumeTrue(witness().isPresent(), "nobody watches: the impact of reading is not measured");
        Witness witness = witness().orElseThrow();
        try (WritableSession session = connectForWriting()) {
            ChannelId channel = emptyChannel(1);
            Set<Impact> claimed = session.describe(channel).profile().impact();
            Set<Impact> found = EnumSet.noneOf(Impact.class);
            found.addAll(whileReading(session, witness, channel));
            found.addAll(byReadingAgain(session, witness, emptyChannel(1)));
            if (creates(session)) {
                found.add(Impact.MAY_CREATE_CHANNEL);
            }
            assertEquals(Claims.sorted(claimed), Claims.sorted(found), () -> "claimed too much: "
                    + Claims.without(claimed, found) + "; found, but not claimed: " + Claims.without(found, claimed));
        }
    }

    private static Set<Impact> whileReading(WritableSession session, Witness witness, ChannelId channel)
            throws Exception {
        Set<Impact> found = EnumSet.noneOf(Impact.class);
        ChannelDetails details = session.describe(channel);
        boolean keeps = details.profile().starts().contains(StartKind.EARLIEST);
        List<Message> sent = keeps ? publish(session, details) : List.of();
        Presence before = witness.presence(channel);
        try (Cursor cursor = session.open(SessionFixture.most(details))) {
            List<Message> published = keeps ? sent : publish(session, details);
            Readout.first(cursor, published.size());
            Presence during = witness.presence(channel);
            if (during.consumers() > before.consumers()) {
                found.add(Impact.TRANSIENT_CONSUMER);
            }
            if (!before.groups().containsAll(during.groups())) {
                found.add(Impact.JOINS_GROUP);
            }
            if (keeps && witness.available(channel) < published.size()) {
                found.add(Impact.HIDES_MESSAGES);
            }
        }
        assertEquals(before, settled(() -> witness.presence(channel), before), "a reader stays behind on the channel");
        if (keeps) {
            breakOff(session, details);
            found.addAll(afterwards(witness, channel, sent));
        }
        return found;
    }

    /// A reading that somebody ends after its first message is a reading too; after more of them, a plugin that reads ahead
    /// might hold all of the sample.
    static void breakOff(Session session, ChannelDetails details) throws Exception {
        OpenRequest one = SessionFixture.everything(details).limited(new OpenRequest.Limits(1, 8L << 20));
        try (Cursor cursor = session.open(one)) {
            Readout.first(cursor, 1);
        }
    }

    private static Set<Impact> afterwards(Witness witness, ChannelId channel, List<Message> sent) throws Exception {
        Set<Impact> found = EnumSet.noneOf(Impact.class);
        if (settled(() -> witness.available(channel), (long) sent.size()) < sent.size()) {
            found.add(Impact.CONSUMES);
        }
        List<Sighting> left = witness.take(channel);
        List<Optional<Bytes>> values = left.stream().map(Sighting::value).toList();
        List<Optional<Bytes>> inOrder = sent.stream().map(Message::value).filter(values::contains).toList();
        if (!values.equals(inOrder)) {
            found.add(Impact.REORDERS);
        }
        if (left.stream().anyMatch(Sighting::redelivered)) {
            found.add(Impact.MARKS_REDELIVERED);
        }
        if (left.stream().anyMatch(s -> s.deliveries() > 0)) {
            found.add(Impact.COUNTS_DELIVERIES);
        }
        return found;
    }

    private static Set<Impact> byReadingAgain(WritableSession session, Witness witness, ChannelId channel)
            throws Exception {
        ChannelDetails details = session.describe(channel);
        if (!details.profile().starts().contains(StartKind.EARLIEST)) {
            return Set.of();
        }
        long sent = publish(session, details).size();
        long once = sent;
        for (int i = 0; i < witness.readingsThatDrop(); i++) {
            Readout.of(session, SessionFixture.everything(details));
            long left = settled(() -> witness.available(channel), sent);
            once = i == 0 ? left : once;
            if (left < once) {
                return Set.of(Impact.MAY_DROP_MESSAGES);
            }
        }
        return Set.of();
    }

    private boolean creates(WritableSession session) throws Exception {
        ChannelId missing = emptyChannel(1).renamed("nobody-made-this-channel");
        Set<Impact> all = EnumSet.allOf(Impact.class);
        try {
            OpenRequest most = SessionFixture.most(session.describe(emptyChannel(1)));
            session.open(OpenRequest.everything(missing).from(most.start()).to(most.end()).consenting(all)).close();
            return true;
        } catch (FaultException expected) {
            return exists(session, missing);
        }
    }

    private static boolean exists(WritableSession session, ChannelId channel) throws InterruptedException {
        try {
            session.describe(channel);
            return true;
        } catch (FaultException isNot) {
            return false;
        }
    }

    private static List<Message> publish(WritableSession session, ChannelDetails details) throws Exception {
        List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile()).generate(SAMPLE, 1);
        Publishing.allOf(session, PublishRequest.restore(details.id()), messages, details.attributes());
        return messages;
    }

    /// Asks until the answer is the one hoped for, or the broker had its time.
    static <T> T settled(Callable<T> question, T hoped) throws Exception {
        long deadline = System.nanoTime() + SETTLING.toNanos();
        T answer = question.call();
        while (!answer.equals(hoped) && System.nanoTime() < deadline) {
            Thread.sleep(50);
            answer = question.call();
        }
        return answer;
    }
}
