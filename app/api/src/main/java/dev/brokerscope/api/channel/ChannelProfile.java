package dev.brokerscope.api.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one channel allows and what reading it costs; the contract suite measures each claim.
///
/// @param dense every integer between two positions is a message or a hole, so that completeness can be proven
/// @param restore what a restore into a channel of this kind keeps
public record ChannelProfile(Set<Impact> impact, Set<StartKind> starts, EndKind end, PositionKind positions,
        boolean dense, OrderScope order, Completeness completeness, Map<MessagePart, Keep> restore,
        List<Caveat> caveats) {

    public enum StartKind {
        EARLIEST, LATEST, LAST_N, TIME, POSITION
    }

    /// How the end of a snapshot is known.
    public enum EndKind {
        POSITION, BROKER_MARKER, COUNT, QUIET_PERIOD, NONE
    }

    public enum PositionKind {
        /// Can be stored and resumed from later.
        STABLE,
        /// Ordinals of this scan only.
        SCAN, NONE
    }

    public enum OrderScope {
        PARTITION, CHANNEL, PER_KEY, NONE
    }

    public enum Completeness {
        /// Gaps are impossible or detected.
        COMPLETE,
        /// The broker may leave messages out without a word.
        BROKER_MAY_TRUNCATE,
        /// Loss cannot be detected.
        LIVE_LOSSY
    }

    /// A peculiarity in the broker's own words.
    public record Caveat(String code, String text) {

        /// The code of a target that does not take times before 1970, and writes such messages as of then.
        public static final String NEGATIVE_TIMESTAMP = "timestamp.negative";
    }

    public ChannelProfile {
        impact = Set.copyOf(impact);
        starts = Set.copyOf(starts);
        restore = Map.copyOf(restore);
        caveats = List.copyOf(caveats);
    }

    public Keep keeps(MessagePart part) {
        return restore.getOrDefault(part, Keep.ABSENT);
    }

    public boolean hasCaveat(String code) {
        return caveats.stream().anyMatch(c -> c.code().equals(code));
    }
}
