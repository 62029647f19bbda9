package dev.brokerscope.testkit;

import static dev.brokerscope.testkit.ListingContract.assertFault;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The optional abilities of a broker: each is tried where it is there.
public interface AbilityContract extends BrokerFixture {

    @Test
    default void createsAnEqualChannel() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelCreation creation = need(session, ChannelCreation.class);
            ChannelDefinitions definitions = session.extension(ChannelDefinitions.class).orElseThrow();
            ChannelDefinition definition = definitions.define(filled().channel());
            ChannelId twin = emptyChannel(1).renamed(filled().channel().name() + "-twin");
            List<String> lost = creation.create(twin, definition);
            ChannelDefinition made = definitions.define(twin);
            assertEquals(List.of(), lost);
            assertEquals(definition.partitions(), made.partitions());
            assertEquals(definition.settings(), made.settings());
            assertFault(FaultKind.ALREADY_EXISTS, () -> creation.create(twin, definition));
            creation.delete(twin);
            assertFault(FaultKind.NOT_FOUND, () -> session.describe(twin));
        }
    }

    @Test
    default void setsHowFarAGroupHasCome() throws Exception {
        try (WritableSession session = connectForWriting()) {
            GroupRestore restore = need(session, GroupRestore.class);
            GroupStates states = session.extension(GroupStates.class).orElseThrow();
            Message behind = filled().messages().get(10);
            Position next = behind.position();
            String name = "contract-" + emptyChannel(1).name();
            GroupState wanted = new GroupState(name, "", "", "Empty", Count.UNKNOWN,
                    List.of(new Progress(next.partition(), next, "noted", Optional.empty(), Optional.empty())));
            List<String> lost = restore.restore(filled().channel(), wanted);
            GroupState found = states.groups(filled().channel()).stream().filter(g -> g.name().equals(name)).findFirst()
                    .orElseThrow();
            assertEquals(List.of(next), found.progress().stream().map(Progress::next).toList());
            assertEquals(lost.isEmpty(), found.progress().getFirst().metadata().equals("noted"),
                    () -> "the note of a group is kept, or named as lost: " + lost);
            long ahead = filled().messages().stream().filter(m -> m.partition() == next.partition()
                    && m.position().compareTo(next) >= 0).count();
            ListingContract.assertHonest(found.lag(), ahead);
        }
    }

    @Test
    default void findsThatTheTargetHoldsMessages() throws Exception {
        try (WritableSession session = connectForWriting()) {
            RestoreIntent intent = intent(session, filled().channel(), false);
            assertEquals(Finding.Severity.BLOCKS, finding(session, intent, "target.not-empty").severity());
        }
    }

    @Test
    default void findsThatTheTargetIsMissing() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId missing = filled().channel().renamed("there-is-no-such-target");
            assertEquals(Finding.Severity.BLOCKS,
                    finding(session, intent(session, missing, false), "target.missing").severity());
            assertEquals(Finding.Severity.PASSED,
                    finding(session, intent(session, missing, true), "target.created").severity());
            assertFault(FaultKind.NOT_FOUND, () -> session.describe(missing));
        }
    }

    @Test
    default void findsThatPartitionsAreTooFew() throws Exception {
        try (WritableSession session = connectForWriting()) {
            ChannelId single = emptyChannel(1);
            RestoreIntent intent = intent(session, single, false);
            Assumptions.assumeTrue(intent.definition().partitions() > 1);
            assertEquals(Finding.Severity.BLOCKS, finding(session, intent, "partitions.differ").severity());
        }
    }

    private RestoreIntent intent(WritableSession session, ChannelId target, boolean create) throws Exception {
        Assumptions.assumeTrue(session.extension(TargetChecks.class).isPresent(), "does not check targets");
        ChannelDefinition definition = session.extension(ChannelDefinitions.class).orElseThrow()
                .define(filled().channel());
        List<Long> times = filled().messages().stream().map(Message::timestamp).sorted().toList();
        return new RestoreIntent(target, definition, create, TargetChecks.Existing.REFUSE, true,
                filled().messages().size(),
                Optional.of(times.getFirst()), Optional.of(times.getLast()), 1 << 20);
    }

    private static Finding finding(WritableSession session, RestoreIntent intent, String code) throws Exception {
        List<Finding> findings = session.extension(TargetChecks.class).orElseThrow().check(intent);
        assertTrue(findings.stream().noneMatch(f -> f.message().isBlank()), "a finding needs a sentence");
        return findings.stream().filter(f -> f.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + findings));
    }

    private static <T extends WriteExtension> T need(WritableSession session, Class<T> type) {
        Optional<T> ability = session.writeExtension(type);
        Assumptions.assumeTrue(ability.isPresent(), () -> "has no " + type.getSimpleName());
        return ability.orElseThrow();
    }
}
