package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.query.Query;
import dev.brokerscope.core.query.QueryRange;
import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.core.slice.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes a query of what the query bar says, or a sentence about what it cannot mean.
final class QueryWords {

    private final ChannelReading reading;
    private final Times times;

    QueryWords(ChannelReading reading, Times times) {
        this.reading = reading;
        this.times = times;
    }

    /// @throws FaultException of kind `USAGE`
    Query query(QueryChoice choice, Set<Impact> consent) throws FaultException {
        Optional<Set<Integer>> partitions = choice.partitions();
        if (choice.range() instanceof RangeChoice.FromOffset(_, Optional<Integer> one) && one.isPresent()) {
            partitions = one.map(Set::of);
        }
        if (partitions.isPresent() && partitions.get().isEmpty()) {
            throw usage("No partition is chosen.", "Choose at least one.");
        }
        return new Query(reading.channel(), partitions, range(choice.range(), partitions), choice.isolation(),
                filter(choice), consent);
    }

    private QueryRange range(RangeChoice range, Optional<Set<Integer>> partitions) throws FaultException {
        return switch (range) {
            case RangeChoice.Newest _ -> new QueryRange.Newest();
            case RangeChoice.Oldest _ -> new QueryRange.Oldest();
            case RangeChoice.FromOffset(var words, _) -> new QueryRange.FromPositions(positions(words, partitions));
            case RangeChoice.FromTime(var words) -> new QueryRange.FromTime(time(words));
            case RangeChoice.Between(var from, var to) -> between(time(from), time(to));
            case RangeChoice.Live _ -> new QueryRange.Live();
        };
    }

    private static QueryRange between(long from, long to) throws FaultException {
        if (to <= from) {
            throw usage("The range ends before it begins.", "Choose a later end.");
        }
        return new QueryRange.Between(from, to);
    }

    /// Partitions that end before the wanted position have nothing to show.
    private List<Position> positions(String words, Optional<Set<Integer>> partitions) throws FaultException {
        List<Position> positions = new ArrayList<>();
        for (PartitionInfo partition : reading.details().partitions()) {
            if (partitions.isEmpty() || partitions.get().contains(partition.number())) {
                Position wanted = reading.session().parsePosition(partition.number(), words.strip())
                        .orElseThrow(
                                () -> usage("\"" + words + "\" is no offset.", "Write a number, such as 1204006."));
                if (partition.end().map(end -> wanted.compareTo(end) < 0).orElse(true)) {
                    positions.add(wanted);
                }
            }
        }
        if (positions.isEmpty()) {
            throw usage("No chosen partition reaches offset " + words + ".", "Choose a smaller one.");
        }
        return positions;
    }

    private long time(String words) throws FaultException {
        return times.parse(words.strip()).orElseThrow(() -> usage("\"" + words + "\" is no time.",
                "Write 2026-11-22 09:42, now-2h, today or 1795340527318ms."));
    }

    private static Optional<QuickFilter> filter(QueryChoice choice) throws FaultException {
        if (!choice.isFiltered()) {
            return Optional.empty();
        }
        if (choice.parts().isEmpty()) {
            throw usage("The filter looks nowhere.", "Let it look at key, value or headers.");
        }
        return Optional.of(choice.regex()
                ? QuickFilter.regex(choice.filter(), choice.parts())
                : QuickFilter.contains(choice.filter(), choice.parts()));
    }

    private static FaultException usage(String sentence, String remedy) {
        return new FaultException(FaultKind.USAGE, "query.malformed", sentence, remedy);
    }
}
