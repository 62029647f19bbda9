package dev.brokerscope.core.rework;

import java.nio.file.Path;
import java.util.List;

/// Which archives become one.
public record MergePlan(List<Path> inputs, Path output) {

    public MergePlan {
        inputs = List.copyOf(inputs);
    }
}
