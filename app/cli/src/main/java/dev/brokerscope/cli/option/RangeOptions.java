package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// A range for all channels alike; a slice that has one of its own keeps it.
public final class RangeOptions {

    @Option(names = "--from", paramLabel = "BOUND",
            description = "Where to begin: a time (2026-11-01T00:00Z, now-2h, today, 1795340527318ms), an offset, or "
                    + "oldest.")
    Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "BOUND",
            description = "Where to end, exclusive: a time means the first message at or after it; an offset, or newest.")
    Optional<String> to = Optional.empty();

    @Option(names = "--last", paramLabel = "N", description = "Only the newest N messages of each channel.")
    Optional<Long> last = Optional.empty();

    @Option(names = "--partition", paramLabel = "LIST", description = "Only these partitions: 0,3 or 0-3.")
    Optional<String> partitions = Optional.empty();

    public boolean given() {
        return from.isPresent() || to.isPresent() || last.isPresent();
    }

    /// The slice with these options, where it has none of its own.
    public Slice on(Slice slice, Run run) throws FaultException {
        if (last.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new FaultException(FaultKind.USAGE, "range.both", "--last cannot be combined with --from and --to.",
                    "Give one of them.");
        }
        if (last.isPresent() && last.get() < 1) {
            throw new FaultException(FaultKind.USAGE, "range.last", "--last must be at least 1.", "");
        }
        Slice result = slice;
        if (partitions.isPresent() && slice.partitions().isEmpty()) {
            Set<Integer> numbers = SliceText.partitions(partitions.get(), partitions.get());
            result = new Slice(result.channel(), Optional.of(numbers), result.from(), result.to(), result.last());
        }
        boolean own = slice.last().isPresent() || !(slice.from() instanceof Bound.Open)
                || !(slice.to() instanceof Bound.Open);
        if (own) {
            return result;
        }
        if (last.isPresent()) {
            return new Slice(result.channel(), result.partitions(), Bound.OPEN, Bound.OPEN, last);
        }
        return result.between(run.times().from(from.orElse("")), run.times().to(to.orElse("")));
    }
}
