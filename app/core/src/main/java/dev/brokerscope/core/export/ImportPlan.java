package dev.brokerscope.core.export;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.core.slice.Naming;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What to write from files of JSON Lines.
///
/// @param into one channel for everything; absent for the channel that each line names
/// @param naming how the lines' channels are called on the target
/// @param append whether a target that holds messages is accepted
public record ImportPlan(List<Path> files, Optional<String> into, Naming naming, Partitioning partitioning,
        boolean append) {

    public ImportPlan {
        files = List.copyOf(files);
    }
}
