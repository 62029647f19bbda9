package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.Optional;

/// How far one partition of the archive is safely in the target.
///
/// @param next the first position of the archive that is not settled
/// @param last where the last settled message stands in the target, where it tells
record PartitionProgress(Position next, long written, Optional<Position> last) {}
