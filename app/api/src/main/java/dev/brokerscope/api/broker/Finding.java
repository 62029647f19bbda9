package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import java.util.Optional;

/// One result of a preflight.
///
/// @param code stable: `retention.deletes`, `target.not-empty`
/// @param message one sentence: what would happen
/// @param remedy one sentence: what to do; may be empty
/// @param setting a channel setting that would mend it, applied where the target is created
public record Finding(Severity severity, String code, ChannelId channel, String message, String remedy,
        Optional<Setting> setting) {

    /// How much a finding matters.
    public enum Severity {
        /// Checked and fine.
        PASSED, NOTE,
        /// Something would be changed or lost: needs the user's word.
        WARNING,
        /// It cannot work.
        BLOCKS
    }

    /// A value for a channel setting.
    public record Setting(String name, String value) {}
}
