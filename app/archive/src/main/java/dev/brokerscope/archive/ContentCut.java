package dev.brokerscope.archive;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;

/// One block as far as comparing needs it: so many messages from `first` on, and the hash of their contents.
public record ContentCut(Position first, long count, Bytes hash) {}
