package dev.brokerscope.core.export;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What lines need of the channel they are written into.
///
/// @param partitions as many as the lines name
/// @param oldest and newest timestamps, milliseconds since the epoch; absent where no message has one
/// @param largest message in bytes: key, value and headers
record ImportNeed(int partitions, long messages, Optional<Long> oldest, Optional<Long> newest, long largest) {

    static ImportNeed of(Message message) {
        long size = Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize());
        for (Header header : message.headers().list()) {
            size += header.name().size() + header.value().map(Bytes::size).orElse(0);
        }
        Optional<Long> time = message.timestampType() == TimestampType.NONE
                ? Optional.empty() : Optional.of(message.timestamp());
        return new ImportNeed(message.partition() + 1, 1, time, time, size);
    }

    ImportNeed and(ImportNeed other) {
        return new ImportNeed(Math.max(partitions, other.partitions), messages + other.messages,
                Stream.concat(oldest.stream(), other.oldest.stream()).min(Long::compare),
                Stream.concat(newest.stream(), other.newest.stream()).max(Long::compare),
                Math.max(largest, other.largest));
    }

    /// With which definition the channel is created: lines know no settings, so it gets those without which the broker
    /// would refuse or delete these very messages.
    ChannelDefinition definition(ChannelId channel, WritableSession session, boolean keepPartitions)
            throws FaultException, InterruptedException {
        ChannelDefinition plain = new ChannelDefinition(partitions, Optional.empty(), List.of());
        Optional<TargetChecks> checks = session.extension(TargetChecks.class);
        if (checks.isEmpty()) {
            return plain;
        }
        List<ChannelDefinition.Setting> settings = new ArrayList<>();
        for (Finding finding : checks.get().check(new RestoreIntent(channel, plain, true,
                TargetChecks.Existing.REFUSE, keepPartitions,
                messages, oldest, newest, largest))) {
            finding.setting().ifPresent(s -> settings.add(
                    new ChannelDefinition.Setting(s.name(), Optional.of(s.value()), SettingOrigin.SET, false)));
        }
        return new ChannelDefinition(partitions, Optional.empty(), settings);
    }
}
