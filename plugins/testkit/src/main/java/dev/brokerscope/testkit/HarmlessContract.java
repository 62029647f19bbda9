package dev.brokerscope.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Where the profile claims no impact, reading leaves no trace.
public interface HarmlessContract extends BrokerFixture {

    @Test
    default void changesNothingByBrowsing() throws Exception {
        try (Session session = connect(); Session observer = connect()) {
            ChannelDetails details = session.describe(filled().channel());
            Assumptions.assumeTrue(details.profile().impact().stream().noneMatch(Impact::needsConsent));
            String before = everythingSeenBy(observer, filled().channel());
            browse(session, details);
            assertEquals(before, everythingSeenBy(observer, filled().channel()));
        }
    }

    private static void browse(Session session, ChannelDetails details) throws Exception {
        session.list(Optional.empty(), ListQuery.ALL);
        session.ends(Set.of(details.id()), Isolation.ALL);
        Readout.of(session, SessionFixture.everything(details));
        Readout.of(session, SessionFixture.everything(details).isolated(Isolation.ALL));
        if (details.profile().starts().contains(StartKind.TIME)) {
            Readout.of(session, SessionFixture.everything(details).from(new Start.AtTime(0)));
        }
        session.open(SessionFixture.everything(details)).close();
    }

    private static String everythingSeenBy(Session session, ChannelId channel) throws Exception {
        StringBuilder seen = new StringBuilder();
        var nodes = new TreeMap<String, ChannelNode>();
        session.list(Optional.empty(), new ListQuery("", true, false, 10_000, Optional.empty())).items()
                .forEach(n -> nodes.put(n.id().text(), n));
        nodes.values().forEach(n -> seen.append(n.id()).append(' ').append(n.internal()).append('\n'));
        ChannelDetails details = session.describe(channel);
        details.partitions().forEach(p -> seen.append(p.number()).append(' ').append(p.first()).append(p.end()));
        seen.append(details.incarnation()).append('\n');
        Optional<ChannelDefinitions> definitions = session.extension(ChannelDefinitions.class);
        if (definitions.isPresent()) {
            seen.append(definitions.get().define(channel)).append('\n');
        }
        Optional<GroupStates> groups = session.extension(GroupStates.class);
        seen.append(groups.isPresent() ? groups.get().groups(channel) : List.of());
        return seen.toString();
    }
}
