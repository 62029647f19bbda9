package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import java.util.Locale;

/// How the command line writes a partitioning.
enum PartitionWord {
    KEEP, BY_KEY, ONE;

    Partitioning partitioning() {
        return switch (this) {
            case KEEP -> Partitioning.KEEP;
            case BY_KEY -> Partitioning.BY_KEY;
            case ONE -> Partitioning.ONE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
