package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.core.decode.DecoderChain;

/// Where a backup reads from. The session is the caller's to close.
///
/// @param broker the plugin's id: `kafka`
/// @param label for people: the connection's name
/// @param decoders asked which schemas messages name
public record BackupSource(String broker, String label, Session session, SchemaSource schemas,
        DecoderChain decoders) {}
