package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.Version;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.keys.Encryption;
import dev.brokerscope.core.rework.ReworkTools;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How archives that are made of others are read and written.
public final class NewArchiveOptions {

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Mixin
    EncryptOptions encrypt = new EncryptOptions();

    @Option(order = 701, names = "--compress", paramLabel = "CODEC",
            description = "none, zstd, or zstd:LEVEL from 1 (fast) to 19 (small) (default: zstd:1).")
    Optional<String> compress = Optional.empty();

    @Option(order = 715, names = "--decrypt",
            description = "Lets what is encrypted come out plain; without it that is refused.")
    boolean decrypt;

    /// Fetches the keys; may ask.
    public ReworkTools tools(Run run) throws FaultException {
        keys.unlock(run);
        Engine engine = run.engine();
        ArchiveKeys known = engine.archiveKeys().keys(Path.of(""));
        WriterOptions options = WriterOptions.standard()
                .protectedBy(Encryption.of(encrypt.words(), engine.secrets(), known).protection());
        if (compress.isPresent()) {
            options = options.compressed(Compression.parse(compress.get()));
        }
        return new ReworkTools("Brokerscope " + Version.current(), engine.audit(), engine.decoders(), options, known,
                decrypt);
    }
}
