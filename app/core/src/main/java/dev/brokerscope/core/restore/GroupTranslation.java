package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.GroupRestore;
import dev.brokerscope.api.broker.GroupStates.GroupState;
import dev.brokerscope.api.broker.GroupStates.Progress;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sets groups to the first restored message at or after the position they had.
record GroupTranslation(WritableSession session) {

    List<RestoreReport.Group> apply(RestoredChannel channel) throws InterruptedException {
        Map<Position, Position> meanings = channel.translations().stream()
                .collect(Collectors.toMap(Translation::from, Translation::to, (x, y) -> y));
        List<RestoreReport.Group> groups = new ArrayList<>();
        for (GroupState group : channel.prepared().source().groups()) {
            groups.add(apply(channel, group, meanings));
        }
        return groups;
    }

    private RestoreReport.Group apply(RestoredChannel channel, GroupState group, Map<Position, Position> meanings)
            throws InterruptedException {
        List<Progress> progress = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Progress old : group.progress()) {
            Optional<Position> now = Optional.ofNullable(meanings.get(old.next()));
            if (now.isPresent()) {
                // delivered, unacknowledged messages are named by their positions
                boolean samePositions = channel.effective().get(MessagePart.POSITION) == Keep.EXACT
                        && now.get().equals(old.next());
                progress.add(new Progress(now.get().partition(), now.get(), old.metadata(), Optional.empty(),
                        samePositions ? old.pending() : Optional.empty()));
                if (old.pending().isPresent() && !samePositions) {
                    problems.add("What " + group.name() + " had not acknowledged in " + channel.prepared().source().id()
                            + " is delivered only if it is behind the group's position: messages have new positions.");
                }
                words.add(channel.prepared().target() + ", partition " + old.partition() + ": "
                        + session.notation(old.next()) + " → "
                        + session.notation(now.get()));
            } else {
                problems.add(channel.prepared().target() + ", partition " + old.partition() + " was not restored.");
            }
        }
        Optional<GroupRestore> restore = session.writeExtension(GroupRestore.class);
        if (restore.isEmpty()) {
            return new RestoreReport.Group(group.name(), false, words, "This broker's plugin cannot set groups.");
        }
        if (progress.isEmpty()) {
            return new RestoreReport.Group(group.name(), false, words, String.join(" ", problems));
        }
        try {
            problems.addAll(restore.get().restore(channel.prepared().target(), new GroupState(group.name(),
                    group.scope(), group.kind(), group.state(), Count.UNKNOWN, progress)));
            return new RestoreReport.Group(group.name(), true, words, String.join(" ", problems));
        } catch (FaultException e) {
            return new RestoreReport.Group(group.name(), false, words, e.fault().sentence());
        }
    }
}
