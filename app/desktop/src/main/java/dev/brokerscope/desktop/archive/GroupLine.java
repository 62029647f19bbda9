package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.archive.ArchiveContents;
import java.util.List;

/// Where a group stood in a channel.
record GroupLine(String channel, GroupStates.GroupState group) {

    static List<GroupLine> of(ArchiveContents contents) {
        return contents.channels().stream()
                .flatMap(c -> c.groups().stream().map(g -> new GroupLine(c.id().text(), g))).toList();
    }

    /// `0: 1204006, 1: 17`
    String positions() {
        return String.join(", ", group.progress().stream()
                .map(p -> p.partition() + ": " + PartitionCoverage.notation(p.next())).toList());
    }
}
