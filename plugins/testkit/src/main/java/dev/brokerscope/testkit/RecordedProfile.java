package dev.brokerscope.testkit;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.ClusterObjects;
import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.PublishRequest;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.WorkGroups;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.MessagePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A measured profile as a small text in the sources of a plugin, `src/test/contract`: a change of what a broker is said
/// to do is seen in review, and `docs/brokers.md` is made of these texts.
///
/// @param lines `name = value`
record RecordedProfile(String title, List<String> lines) {

    private static final Path FOLDER = Path.of("src", "test", "contract");

    /// @param watched whether a witness measured the impact of reading
    static RecordedProfile of(String title, WritableSession session, ChannelId channel, boolean watched)
            throws Exception {
        ChannelDetails details = session.describe(channel);
        ChannelProfile profile = details.profile();
        List<String> lines = new ArrayList<>();
        lines.add("title = " + title);
        lines.add("impact = " + words(profile.impact()));
        lines.add("impact.measured = " + watched);
        lines.add("starts = " + words(profile.starts()));
        lines.add("end = " + profile.end());
        lines.add("positions = " + profile.positions());
        lines.add("dense = " + profile.dense());
        lines.add("order = " + profile.order());
        lines.add("completeness = " + profile.completeness());
        for (MessagePart part : MessagePart.values()) {
            lines.add("restore." + part + " = " + profile.keeps(part));
        }
        lines.add("abilities = " + abilities(session, channel).stream().collect(Collectors.joining(", ")));
        for (ChannelProfile.Caveat caveat : profile.caveats()) {
            lines.add("caveat." + caveat.code() + " = " + caveat.text().replace(channel.text(), "…")
                    .replace(channel.name(), "…"));
        }
        return new RecordedProfile(title, lines);
    }

    private static <E extends Enum<E>> String words(Collection<E> words) {
        return new TreeSet<>(words).stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static List<String> abilities(WritableSession session, ChannelId channel) throws Exception {
        List<String> able = new ArrayList<>();
        add(able, session.extension(ChannelDefinitions.class), "definitions");
        add(able, session.writeExtension(ChannelCreation.class), "creation");
        add(able, session.extension(GroupStates.class), "groups");
        add(able, session.writeExtension(GroupRestore.class), "group-restore");
        add(able, session.extension(TargetChecks.class), "target-checks");
        add(able, session.extension(ClusterObjects.class), "cluster-objects");
        add(able, session.extension(WorkGroups.class), "work-groups");
        PublishRequest request = PublishRequest.restore(channel).within(Optional.of("contract-of-" + channel.name()));
        try (Publisher publisher = session.publisher(request, new RestoreContract.IgnoredAnswers())) {
            if (publisher.transactional()) {
                able.add("transactions");
            }
        }
        return able;
    }

    private static void add(List<String> able, Optional<?> ability, String word) {
        if (ability.isPresent()) {
            able.add(word);
        }
    }

    Path file() {
        return FOLDER.resolve(title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".properties");
    }

    List<String> onRecord() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    }

    void record() throws IOException {
        Files.createDirectories(FOLDER);
        Files.write(file(), lines);
    }
}
