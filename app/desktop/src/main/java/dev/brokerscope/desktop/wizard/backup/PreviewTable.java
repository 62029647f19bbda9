package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.core.backup.BackupPreview;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.wizard.PlainTable;
import dev.brokerscope.desktop.wizard.RangeChoice;
import java.util.List;

/// What is read of each channel.
final class PreviewTable extends PlainTable<BackupPreview.Channel> {

    PreviewTable(List<BackupPreview.Channel> channels, String kinds) {
        super(channels, List.of(
                Column.mono(kinds, 240, c -> c.slice().channel().text()),
                Column.number(Texts.text("backup.column.partitions"), 96, c -> Integer.toString(c.partitions())),
                Column.words(Texts.text("backup.column.from"), 140, c -> RangeChoice.fromWords(c.slice())),
                Column.words(Texts.text("backup.column.to"), 110, c -> RangeChoice.toWords(c.slice())),
                Column.number(Texts.text("backup.column.messages"), 120, c -> Amounts.count(c.messages())),
                Column.number(Texts.text("backup.column.size"), 96,
                        c -> c.bytes().map(b -> "~ " + Amounts.bytes(b)).orElse("?"))));
    }
}
