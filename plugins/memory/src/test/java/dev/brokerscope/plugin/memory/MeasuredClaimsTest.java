package dev.brokerscope.plugin.memory;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each claim of a profile, once too strong and once too weak, on a log and on queues: the contract finds it.
final class MeasuredClaimsTest {

    /// All that a reader may do to a queue; what it may do to groups and channels is tried on a log.
    private static final Set<Impact> ALL_OF_A_QUEUE = EnumSet.of(Impact.TRANSIENT_CONSUMER, Impact.HIDES_MESSAGES,
            Impact.MARKS_REDELIVERED, Impact.COUNTS_DELIVERIES, Impact.REORDERS);

    @Test
    void believesAnHonestQueue() {
        for (Set<Impact> manners : List.of(ToyContract.CLASSIC, ToyContract.QUORUM, ALL_OF_A_QUEUE)) {
            ToyContract honest = new ToyContract(manners);
            assertDoesNotThrow(honest::hasJustTheImpactThatItClaims);
            assertDoesNotThrow(honest::keepsTheOrderThatItClaims);
            assertDoesNotThrow(honest::knowsItsEndAsItClaims);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Impact.class, names = {"TRANSIENT_CONSUMER", "HIDES_MESSAGES", "MARKS_REDELIVERED",
        "COUNTS_DELIVERIES", "REORDERS", "CONSUMES", "MAY_DROP_MESSAGES"})
    void findsAnImpactThatIsNotClaimed(Impact hidden) {
        Set<Impact> real = EnumSet.of(hidden, Impact.HIDES_MESSAGES);
        ToyContract liar = new ToyContract(real, profiled(p -> withImpact(p, without(real, hidden))));
        assertCaught(liar::hasJustTheImpactThatItClaims);
    }

    @ParameterizedTest
    @EnumSource(Impact.class)
    void findsAnImpactThatIsClaimedForNothing(Impact invented) {
        LyingBroker log = LyingBroker.aboutDetails(profiled(p -> withImpact(p, Set.of(invented))));
        assertCaught(log::hasJustTheImpactThatItClaims);
        Set<Impact> none = Set.of();
        ToyContract queue = new ToyContract(none, profiled(p -> withImpact(p, Set.of(invented))));
        assertCaught(queue::hasJustTheImpactThatItClaims);
    }

    @ParameterizedTest
    @EnumSource(StartKind.class)
    void findsAStartThatWorksWithoutBeingClaimed(StartKind hidden) {
        LyingBroker liar = LyingBroker.aboutDetails(profiled(p -> withStarts(p, without(p.starts(), hidden))));
        assertCaught(liar::refusesEveryStartThatItDoesNotClaim);
    }

    @Test
    void findsStartsThatDoNotWork() {
        ToyContract liar = new ToyContract(ToyContract.CLASSIC,
                profiled(p -> withStarts(p, EnumSet.allOf(StartKind.class))));
        for (Executable claim : Stream.<Executable>of(liar::startsBehindTheLatest, liar::startsAtTheLastNPositions,
                liar::startsAtATime, liar::startsAtPositionsAndReadsOnlyTheirPartitions).toList()) {
            assertCaught(claim);
        }
        assertCaught(liar::startsAtPositionsJustWherePositionsAreStable);
    }

    @ParameterizedTest
    @EnumSource(value = EndKind.class, names = "POSITION", mode = EnumSource.Mode.EXCLUDE)
    void findsAWrongEndOfALog(EndKind wrong) {
        assertCaught(LyingBroker.aboutDetails(profiled(p -> withEnd(p, wrong)))::knowsItsEndAsItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = EndKind.class, names = "COUNT", mode = EnumSource.Mode.EXCLUDE)
    void findsAWrongEndOfAQueue(EndKind wrong) {
        assertCaught(new ToyContract(ToyContract.CLASSIC, profiled(p -> withEnd(p, wrong)))::knowsItsEndAsItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = PositionKind.class, names = "STABLE", mode = EnumSource.Mode.EXCLUDE)
    void findsPositionsOfALogThatAreClaimedTooWeak(PositionKind wrong) {
        LyingBroker liar = LyingBroker.aboutDetails(profiled(p -> withPositions(p, wrong)));
        assertCaught(liar::startsAtPositionsJustWherePositionsAreStable);
    }

    @ParameterizedTest
    @EnumSource(value = PositionKind.class, names = "SCAN", mode = EnumSource.Mode.EXCLUDE)
    void findsWrongPositionsOfAQueue(PositionKind wrong) {
        assertCaught(new ToyContract(ToyContract.CLASSIC,
                profiled(p -> withPositions(p, wrong)))::meansByAPositionWhatItClaims);
    }

    @Test
    void findsDensityThatIsClaimedTooWeak() {
        LyingBroker liar = LyingBroker.aboutDetails(profiled(p -> withDense(p, false)));
        assertCaught(liar::isDenseJustWhereEveryHoleIsExplained);
    }

    @Test
    void findsDensityThatIsClaimedTooStrong() {
        ToyContract queue = new ToyContract(ToyContract.CLASSIC, profiled(p -> withDense(p, true)));
        assertCaught(queue::isDenseJustWhereEveryHoleIsExplained);
        assertCaught(LyingBroker.aboutBatches(
                b -> new dev.brokerscope.api.broker.Batch(b.messages(), List.of(),
                        b.end()))::isDenseJustWhereEveryHoleIsExplained);
    }

    @ParameterizedTest
    @EnumSource(value = OrderScope.class, names = "PARTITION", mode = EnumSource.Mode.EXCLUDE)
    void findsAWrongOrderOfALog(OrderScope wrong) {
        assertCaught(LyingBroker.aboutDetails(profiled(p -> withOrder(p, wrong)))::keepsTheOrderThatItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = OrderScope.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void findsAnOrderThatAQueueDoesNotKeep(OrderScope wrong) {
        assertCaught(
                new ToyContract(ToyContract.QUORUM, profiled(p -> withOrder(p, wrong)))::keepsTheOrderThatItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = Completeness.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
    void findsCompletenessThatIsClaimedTooWeak(Completeness wrong) {
        LyingBroker liar = LyingBroker.aboutDetails(profiled(p -> withCompleteness(p, wrong)));
        assertCaught(liar::isAsCompleteAsItClaims);
    }

    @Test
    void findsWhatIsKeptOfAttributesWithoutBeingClaimed() {
        assertCaught(
                LyingBroker.aboutClaims(claiming(MessagePart.PRIORITY, Keep.LOST))::keepsOfEachAttributeWhatItClaims);
    }

    @ParameterizedTest
    @EnumSource(value = MessagePart.class, names = {"MESSAGE_ID", "EXPIRY", "ROUTING", "DELIVERY_COUNT"})
    void findsAttributesThatAreClaimedAndNotKept(MessagePart part) {
        assertCaught(LyingBroker.aboutClaims(claiming(part, Keep.EXACT))::keepsOfEachAttributeWhatItClaims);
    }

    /// A test that is left out has caught nothing.
    private static void assertCaught(Executable claim) {
        Throwable caught = assertThrows(Throwable.class, claim);
        if (caught instanceof org.opentest4j.TestAbortedException) {
            throw new AssertionError("the claim was not tried", caught);
        }
    }

    private static UnaryOperator<ChannelDetails> profiled(UnaryOperator<ChannelProfile> lie) {
        return d -> new ChannelDetails(d.id(), d.incarnation(), d.partitions(), d.count(), lie.apply(d.profile()),
                d.attributes(), d.sections());
    }

    private static UnaryOperator<Map<MessagePart, Keep>> claiming(MessagePart part, Keep keep) {
        return claims -> {
            Map<MessagePart, Keep> bent = new EnumMap<>(claims);
            bent.put(part, keep);
            return bent;
        };
    }

    private static <E extends Enum<E>> Set<E> without(Set<E> all, E one) {
        return all.stream().filter(e -> e != one).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private static ChannelProfile withImpact(ChannelProfile p, Set<Impact> impact) {
        return new ChannelProfile(impact, p.starts(), p.end(), p.positions(), p.dense(), p.order(), p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withStarts(ChannelProfile p, Set<StartKind> starts) {
        return new ChannelProfile(p.impact(), starts, p.end(), p.positions(), p.dense(), p.order(), p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withEnd(ChannelProfile p, EndKind end) {
        return new ChannelProfile(p.impact(), p.starts(), end, p.positions(), p.dense(), p.order(), p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withPositions(ChannelProfile p, PositionKind positions) {
        return new ChannelProfile(p.impact(), p.starts(), p.end(), positions, p.dense(), p.order(), p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withDense(ChannelProfile p, boolean dense) {
        return new ChannelProfile(p.impact(), p.starts(), p.end(), p.positions(), dense, p.order(), p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withOrder(ChannelProfile p, OrderScope order) {
        return new ChannelProfile(p.impact(), p.starts(), p.end(), p.positions(), p.dense(), order, p.completeness(),
                p.restore(), p.caveats());
    }

    private static ChannelProfile withCompleteness(ChannelProfile p, Completeness completeness) {
        return new ChannelProfile(p.impact(), p.starts(), p.end(), p.positions(), p.dense(), p.order(), completeness,
                p.restore(), p.caveats());
    }
}
