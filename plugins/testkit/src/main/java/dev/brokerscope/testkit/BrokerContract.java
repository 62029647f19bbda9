package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What every broker plugin promises: the suite publishes seeded messages, reads them in every way that the profile offers,
/// restores them, and fails where a claim is too strong or too weak. A subclass says how to connect and makes channels;
/// where a broker can hold more than a publisher can write (transactions, compaction), it fills the channel itself.
public abstract class BrokerContract extends SessionContract
        implements
        FollowingContract,
        RestoreContract,
        HarmlessContract,
        AbilityContract,
        ImpactContract,
        ClaimContract,
        OrderContract,
        AttributeContract,
        SpeedContract {

    /// Enough for every case; the system property `brokerscope.contract.messages` sets another count for a long run.
    private static final int MESSAGES = Integer.getInteger("brokerscope.contract.messages", 150);

    private Optional<Filled> filled = Optional.empty();

    @Override
    public final Filled filled() throws Exception {
        if (filled.isEmpty()) {
            filled = Optional.of(fill());
        }
        return filled.orElseThrow();
    }

    /// Publishes seeded messages into a new channel; called once.
    protected Filled fill() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails details = session.describe(emptyChannel(3));
            List<Message> messages = SeededMessages.ofThisRun().fitting(details.profile())
                    .generate(MESSAGES, details.partitions().size());
            Publishing published = Publishing.allOf(session, PublishRequest.restore(details.id()), messages,
                    details.attributes());
            List<Message> stored = new ArrayList<>();
            for (int i = 0; i < messages.size(); i++) {
                Message message = messages.get(i);
                stored.add(asStored(published.positions().getOrDefault((long) i, Optional.empty())
                        .map(at -> message.movedTo(at.partition(), at.hi(), at.lo()).build()).orElse(message)));
            }
            return new Filled(details.id(), stored);
        }
    }

    /// What was measured is on record; a change is looked at and recorded anew.
    @Test
    void hasTheProfileOnRecord() throws Exception {
        Assumptions.assumeTrue(!title().isEmpty(), "nothing is recorded of what has no title");
        try (WritableSession session = connectForWriting()) {
            RecordedProfile found = RecordedProfile.of(title(), session, emptyChannel(1), witness().isPresent());
            if (Boolean.getBoolean("brokerscope.contract.record")) {
                found.record();
            }
            assertEquals(String.join("\n", found.onRecord()), String.join("\n", found.lines()), () -> "The profile of "
                    + title() + " is not the one in " + found.file() + ". If the new one is meant, run this test with"
                    + " -Dbrokerscope.contract.record=true, then make docs/brokers.md anew (see CONTRIBUTING.md).");
        }
    }

    /// What the broker makes of a message by storing it, where the profile says that it converts a part; the messages
    /// given have none of the parts that it loses.
    protected Message asStored(Message published) {
        return published;
    }
}
