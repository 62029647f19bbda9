package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import java.util.Set;
import java.util.stream.Collectors;

/// How a channel may be read in a tab, as its profile says.
///
/// @param arriving whether messages may still arrive: not in an archive
public record ReadingWays(ChannelProfile profile, boolean arriving) {

    /// Messages at most that are taken from a channel that has to get them back.
    static final int HELD_AT_MOST = 10_000;

    /// Whether there is anything to read; a channel may be one that is only sent to.
    public boolean any() {
        return !profile.starts().isEmpty();
    }

    /// From the end backwards.
    boolean newest() {
        return profile.positions() == PositionKind.STABLE;
    }

    boolean oldest() {
        return profile.starts().contains(StartKind.EARLIEST);
    }

    boolean offset() {
        return newest() && profile.starts().contains(StartKind.POSITION);
    }

    boolean time() {
        return newest() && profile.starts().contains(StartKind.TIME);
    }

    boolean live() {
        return arriving && profile.starts().contains(StartKind.LATEST);
    }

    /// What a tab shows first.
    public QueryChoice first() {
        return QueryChoice.newest().over(newest() ? new RangeChoice.Newest()
                : oldest() ? new RangeChoice.Oldest() : new RangeChoice.Live());
    }

    /// What must be agreed to before anything is read.
    Set<Impact> asked(Set<Impact> consent) {
        return profile.impact().stream().filter(i -> i.needsConsent() && !consent.contains(i))
                .collect(Collectors.toSet());
    }

    /// Whether messages are held while they are read, so that they are read in one go and given back at once.
    boolean held() {
        return profile.impact().stream().anyMatch(Impact::needsConsent);
    }
}
