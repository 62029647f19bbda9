package dev.brokerscope.cli.option;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.restore.PartitionMap;
import dev.brokerscope.core.restore.RestorePlan;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// How a restore writes, and what it may do to the target.
public final class RestoreOptions {

    private static final String MAP = "map:";

    @Option(names = "--filter", paramLabel = "EXPR",
            description = "Only messages with this text, or /regular expression/, ignoring case; in one part of them with "
                    + "key:, value: or headers: before it.")
    Optional<String> filter = Optional.empty();

    @Option(names = "--partitions", paramLabel = "HOW", defaultValue = "keep",
            description = "keep, by-key (as the broker's default partitioner would), one, or map:FILE with lines like "
                    + "0=3 or a JSON object, * for all others (default: ${DEFAULT-VALUE}).")
    String partitions = "keep";

    @Option(names = "--transactional",
            description = "Writes in transactions: what an interrupted run had not committed is never seen, and one that "
                    + "still runs somewhere is shut out.")
    boolean transactional;

    @Option(names = "--limit", paramLabel = "RATE",
            description = "Writes no faster than this: 20MB/s, 5000msg/s, or both with a comma between.")
    Optional<String> limit = Optional.empty();

    @Option(names = "--into-existing", paramLabel = "HOW", defaultValue = "refuse",
            description = "Targets that hold messages: refuse, append, or recreate, which deletes them and needs --yes "
                    + "(default: ${DEFAULT-VALUE}).")
    IntoExisting intoExisting = IntoExisting.REFUSE;

    @Option(names = "--yes", description = "Agrees to what is deleted by --into-existing recreate or --undo.")
    boolean yes;

    @Option(names = "--no-create", description = "Does not create missing channels.")
    boolean noCreate;

    @Option(names = "--replication", paramLabel = "N",
            description = "Copies of created channels, instead of the source's.")
    Optional<Integer> replication = Optional.empty();

    @Option(names = "--groups", description = "Sets the positions of consumer groups too, translated.")
    boolean groups;

    @Option(names = "--verify", paramLabel = "LEVEL", defaultValue = "full",
            description = "Checks the archive before anything is written: quick, full, deep or none "
                    + "(default: ${DEFAULT-VALUE}).")
    String verify = "full";

    @Option(names = "--no-compare", description = "Does not read the target back.")
    boolean noCompare;

    @Option(names = "--fix", paramLabel = "FINDING",
            description = "Creates channels with the setting that mends this finding of the preflight; repeatable.")
    Set<String> fixes = new LinkedHashSet<>();

    @Option(names = "--resume", description = "Continues an interrupted restore of the same plan.")
    boolean resume;

    /// Whether deleting was agreed to.
    public boolean yes() {
        return yes;
    }

    public boolean appends() {
        return intoExisting == IntoExisting.APPEND;
    }

    /// The plan with these options.
    ///
    /// @throws FaultException of kind `USAGE` where a word makes no sense
    public RestorePlan on(RestorePlan plan) throws FaultException {
        Optional<FilterWords> words =
                filter.isPresent() ? Optional.of(FilterWords.parse(filter.get())) : Optional.empty();
        RateLimit most = limit.isPresent() ? RateLimit.parse(limit.get()) : RateLimit.NONE;
        RestorePlan partitioned = partitions.startsWith(MAP)
                ? plan.mapped(PartitionMap.read(Path.of(partitions.substring(MAP.length()))))
                : plan.partitioned(partitioning());
        return partitioned.filtered(words).transactional(transactional).limited(most).into(intoExisting, !noCreate)
                .confirmed(yes && intoExisting == IntoExisting.RECREATE).replicated(replication).fixing(fixes)
                .with(groups, !noCompare).verifying(VerifyWord.parse(verify)).resuming(resume);
    }

    /// @throws FaultException of kind `USAGE` for a map, or a word that is none
    public Partitioning partitioning() throws FaultException {
        return switch (partitions) {
            case "keep" -> Partitioning.KEEP;
            case "by-key" -> Partitioning.BY_KEY;
            case "one" -> Partitioning.ONE;
            default -> throw new FaultException(FaultKind.USAGE, "partitions.word",
                    "--partitions takes keep, by-key, one or map:FILE, not \"" + partitions + "\".", "");
        };
    }
}
