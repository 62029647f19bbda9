package dev.brokerscope.cli.option;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.backup.ReadOptions;
import dev.brokerscope.core.backup.StoreOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.pace.RateLimit;
import java.nio.file.Path;
import dev.brokerscope.core.query.FilterWords;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/// How a backup reads and writes.
public final class BackupOptions {

    @Option(names = "--filter", paramLabel = "EXPR",
            description = "Only messages with this text, or /regular expression/, ignoring case; in one part of them with "
                    + "key:, value: or headers: before it. The archive is marked as filtered.")
    Optional<String> filter = Optional.empty();

    @Option(names = "--mask", paramLabel = "FILE",
            description = "Masks messages by the rules of this file before they are kept, see docs/masking.md. What a rule "
                    + "addresses, but cannot read, is never let through. The archive is marked as masked.")
    Optional<Path> mask = Optional.empty();

    @Option(names = "--measure-aborted",
            description = "Reads each partition twice, uncommitted too, to tell aborted messages from other holes.")
    boolean measureAborted;

    @Option(names = "--limit", paramLabel = "RATE",
            description = "Reads no faster than this: 20MB/s, 5000msg/s, or both with a comma between.")
    Optional<String> limit = Optional.empty();

    @Option(names = "--compress", paramLabel = "CODEC",
            description = "none, zstd or zstd:LEVEL from 1 to 19 (default: zstd:1).")
    Optional<String> compress = Optional.empty();

    /// @throws FaultException of kind `USAGE` where a word makes no sense
    public ReadOptions reading(Run run, Isolation isolation, Set<Impact> consent) throws FaultException {
        Optional<FilterWords> words =
                filter.isPresent() ? Optional.of(FilterWords.parse(filter.get())) : Optional.empty();
        RateLimit most = limit.isPresent() ? RateLimit.parse(limit.get()) : RateLimit.NONE;
        Optional<MaskRules> rules = mask.isPresent()
                ? Optional.of(MaskRules.load(mask.get(), run.engine().secrets()))
                : Optional.empty();
        return new ReadOptions(isolation, consent, words, measureAborted, most, rules);
    }

    /// @throws FaultException of kind `USAGE` where a word makes no sense
    public StoreOptions storing() throws FaultException {
        return compress.isPresent()
                ? StoreOptions.STANDARD.compressed(Compression.parse(compress.get()))
                : StoreOptions.STANDARD;
    }
}
