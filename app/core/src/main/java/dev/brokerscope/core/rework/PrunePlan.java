package dev.brokerscope.core.rework;

import dev.brokerscope.api.message.Bytes;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// What is taken out of an archive for good.
///
/// @param before messages with a time before this one, milliseconds since the epoch
/// @param keys messages with one of these keys
public record PrunePlan(Path input, Path output, OptionalLong before, List<Bytes> keys) {

    public PrunePlan {
        keys = List.copyOf(keys);
    }
}
