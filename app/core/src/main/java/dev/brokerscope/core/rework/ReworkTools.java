package dev.brokerscope.core.rework;

import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.core.audit.AuditLog;
import dev.brokerscope.core.decode.DecoderChain;

/// What every command needs that makes archives of archives.
///
/// @param program name and version of the program, as the new archive names its writer
/// @param audit told before anything is written
/// @param options how the new archives are written
/// @param keys that open encrypted archives
public record ReworkTools(String program, AuditLog audit, DecoderChain decoders, WriterOptions options,
        ArchiveKeys keys) {

    public ReworkTools writing(WriterOptions other) {
        return new ReworkTools(program, audit, decoders, other, keys);
    }

    public ReworkTools opening(ArchiveKeys others) {
        return new ReworkTools(program, audit, decoders, options, others);
    }
}
