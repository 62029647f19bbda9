package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;

/// A group's old position and the restored message that it means now.
record Translation(Position from, Position to) {}
