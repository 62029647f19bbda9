package dev.brokerscope.desktop.keep;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Selection;
import java.util.Optional;

/// Messages that were found and may be kept.
///
/// @param words how they were found, for people: `payments, newest first, with "PAY-90417"`
/// @param messages of the whole result, gaps not counted
/// @param whole the result as far as it was read
/// @param chosen the selected message alone
/// @param complete whether nothing more would be found
public record Findings(BackupSource source, ChannelId channel, String words, long messages, Selection whole,
        Optional<Selection> chosen, boolean complete) {}
