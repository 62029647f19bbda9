package dev.brokerscope.testkit;

import static dev.brokerscope.testkit.ListingContract.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Writing a channel's messages into another one, and holding every claim about it against what came back.
public interface RestoreContract extends BrokerFixture {

    @Test
    default void keepsOfEachPartWhatItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails source = session.describe(filled().channel());
            ChannelId target = emptyChannel(source.partitions().size());
            List<Message> originals = SeededMessages.ofThisRun().having(source.profile())
                    .generate(200, source.partitions().size());
            Restored measured = restore(session, originals, AttributeSchema.EMPTY, target);
            for (MessagePart part : Comparison.MEASURED) {
                if (part != MessagePart.POSITION) {
                    assertClaim(part, measured.claims().getOrDefault(part, Keep.ABSENT), measured.comparison());
                }
            }
        }
    }

    /// What came from a channel of the same kind: only there a position can be kept.
    @Test
    default void keepsWhatCameFromTheSameBrokerAsItClaims() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelDetails source = session.describe(filled().channel());
            ChannelId target = emptyChannel(source.partitions().size());
            List<Message> originals = withoutTheFirstOfEachPartition(filled().messages());
            Restored restored = restore(session, originals, source.attributes(), target);
            for (MessagePart part : Comparison.MEASURED) {
                Keep claim = restored.claims().getOrDefault(part, Keep.ABSENT);
                if (part == MessagePart.POSITION) {
                    assertClaim(part, claim, restored.comparison());
                } else if (claim == Keep.EXACT) {
                    assertTrue(restored.comparison().kept(part), () -> part + " is claimed EXACT, but "
                            + restored.comparison().differences().get(part));
                }
            }
        }
    }

    /// @param claims of the publisher
    /// @param comparison of the originals and what was read from the target
    record Restored(Map<MessagePart, Keep> claims, Comparison comparison) {}

    private static Restored restore(WritableSession session, List<Message> originals, AttributeSchema attributes,
            ChannelId target) throws Exception {
        Publishing published = Publishing.allOf(session, PublishRequest.restore(target), originals, attributes);
        return new Restored(published.effective(), Comparison.of(originals, readAll(session, target)));
    }

    @Test
    default void keepsNoMoreThanTheProfileOfTheTargetSays() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId target = emptyChannel(1);
            ChannelDetails details = session.describe(target);
            Publishing published = Publishing.of(session, PublishRequest.restore(target), List.of(),
                    details.attributes());
            for (MessagePart part : MessagePart.values()) {
                Keep effective = published.effective().getOrDefault(part, Keep.ABSENT);
                Keep claimed = details.profile().keeps(part);
                assertTrue(effective == claimed || claimed == Keep.OPTIONAL && effective == Keep.EXACT,
                        () -> part + ": the profile says " + claimed + ", the publisher " + effective);
            }
        }
    }

    @Test
    default void timesAnewUnlessAskedToKeepTimestamps() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId target = emptyChannel(1);
            ChannelDetails details = session.describe(target);
            Assumptions.assumeTrue(details.profile().keeps(MessagePart.TIMESTAMP) == Keep.OPTIONAL);
            List<Message> originals = onePartition(filled().messages()).subList(0, 5);
            Publishing published = Publishing.allOf(session,
                    new PublishRequest(target, Partitioning.ONE, false, 100), originals, details.attributes());
            assertEquals(Keep.LOST, published.effective().get(MessagePart.TIMESTAMP));
            assertFalse(Comparison.of(originals, readAll(session, target)).kept(MessagePart.TIMESTAMP));
        }
    }

    @Test
    default void tellsWherePublishedMessagesStand() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId target = emptyChannel(2);
            ChannelDetails details = session.describe(target);
            List<Message> originals = SeededMessages.ofThisRun().fitting(details.profile())
                    .generate(40, details.partitions().size());
            Publishing published = Publishing.allOf(session, PublishRequest.restore(target), originals,
                    details.attributes());
            List<Message> read = readAll(session, target);
            published.positions().forEach((token, position) -> position.ifPresent(at -> {
                Message found = read.stream().filter(m -> m.position().equals(at)).findFirst().orElseThrow();
                Message original = originals.get(Math.toIntExact(token));
                assertEquals(original.value(), found.value(), () -> "another message than published stands at " + at);
            }));
        }
    }

    @Test
    default void spreadsByKeySoThatOneKeyStaysTogether() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId target = emptyChannel(3);
            ChannelDetails details = session.describe(target);
            Assumptions.assumeTrue(details.profile().keeps(MessagePart.KEY) == Keep.EXACT);
            List<Message> keyed = filled().messages().stream().filter(m -> m.keySize() > 0).toList();
            Publishing.allOf(session, new PublishRequest(target, Partitioning.BY_KEY, true, 100), keyed,
                    details.attributes());
            List<Message> read = readAll(session, target);
            assertEquals(keyed.size(), read.size());
            Map<Optional<Bytes>, Integer> homes = new HashMap<>();
            for (Message message : read) {
                int home = homes.computeIfAbsent(message.key(), _ -> message.partition());
                assertEquals(home, message.partition(), "a key is in two partitions");
            }
        }
    }

    @Test
    default void writesNothingIntoAnUnknownChannel() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId unknown = filled().channel().renamed("there-is-no-such-target");
            assertFault(FaultKind.NOT_FOUND,
                    () -> session.publisher(PublishRequest.restore(unknown), new IgnoredAnswers()).close());
            assertFault(FaultKind.NOT_FOUND, () -> session.describe(unknown));
        }
    }

    private static void assertClaim(MessagePart part, Keep claim, Comparison measured) {
        boolean kept = measured.kept(part);
        String found = measured.differences().getOrDefault(part, "kept");
        switch (claim) {
            case EXACT, OPTIONAL -> assertTrue(kept, () -> part + " is claimed " + claim + ", but " + found);
            case CONVERTED, RESTARTED, LOST ->
                    assertFalse(kept, () -> part + " is claimed " + claim + ", but was kept");
            case ABSENT -> assertTrue(kept || part == MessagePart.POSITION,
                    () -> part + " is claimed ABSENT, but " + found);
        }
    }

    /// So that positions cannot come out the same by luck.
    private static List<Message> withoutTheFirstOfEachPartition(List<Message> messages) {
        List<Message> rest = new ArrayList<>();
        Readout.byPartition(messages).values().forEach(in -> rest.addAll(in.subList(1, in.size())));
        return rest;
    }

    private static List<Message> onePartition(List<Message> messages) {
        return messages.stream().map(m -> m.movedTo(0, m.positionHi(), m.positionLo()).build()).toList();
    }

    private static List<Message> readAll(WritableSession session, ChannelId channel) throws Exception {
        OpenRequest request = SessionFixture.everything(session.describe(channel));
        return Readout.of(session, request).messages();
    }

    /// For publishers that get nothing to publish.
    final class IgnoredAnswers implements dev.brokerscope.api.broker.AckListener {
        @Override
        public void acknowledged(long token, Optional<dev.brokerscope.api.message.Position> position) {
            // nothing was published
        }

        @Override
        public void failed(long token, dev.brokerscope.api.fault.FaultException why) {
            // nothing was published
        }
    }
}
