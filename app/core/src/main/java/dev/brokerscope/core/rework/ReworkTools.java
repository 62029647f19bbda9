package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.core.audit.AuditLog;
import dev.brokerscope.core.decode.DecoderChain;
import java.nio.file.Path;

/// What every command needs that makes archives of archives.
///
/// @param program name and version of the program, as the new archive names its writer
/// @param audit told before anything is written
/// @param options how the new archives are written
/// @param keys that open encrypted archives
/// @param decrypts whether what was encrypted may come out plain
public record ReworkTools(String program, AuditLog audit, DecoderChain decoders, WriterOptions options,
        ArchiveKeys keys, boolean decrypts) {

    public ReworkTools writing(WriterOptions other) {
        return new ReworkTools(program, audit, decoders, other, keys, decrypts);
    }

    public ReworkTools opening(ArchiveKeys others) {
        return new ReworkTools(program, audit, decoders, options, others, decrypts);
    }

    /// Opens what is read.
    ///
    /// @throws FaultException `CORRUPT` where its manifest is damaged, `REFUSED` where it is not sealed, or would come out
    /// plain though it is encrypted
    ReworkSource open(Path path) throws FaultException, InterruptedException {
        return guarded(ReworkSource.open(path, keys));
    }

    /// The same for what was taken out of a damaged archive.
    ReworkSource salvaged(Path path) throws FaultException {
        return guarded(ReworkSource.salvaged(path, keys));
    }

    private ReworkSource guarded(ReworkSource source) throws FaultException {
        if (source.encrypted() && !options.protection().encrypts() && !decrypts) {
            source.close();
            throw new FaultException(FaultKind.REFUSED, "rework.plain", source.path()
                    + " is encrypted, but what is made of it would not be.",
                    "Give --encrypt-passphrase, --encrypt-recipient or --encrypt-key-file, or --decrypt.");
        }
        return source;
    }
}
