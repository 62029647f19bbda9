package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A schema and who uses it: one line per channel and side, and one for schemas that others refer to.
///
/// @param user `payments value`; empty for schemas that only others refer to
/// @param id as the registry numbers it
/// @param known whether its text is embedded
/// @param uses how many payloads name it
record SchemaLine(String user, String id, String kind, boolean known, String uses) {

    static List<SchemaLine> of(ArchiveContents contents) {
        List<SchemaLine> lines = new ArrayList<>();
        Set<ArchiveContents.Schema> used = new HashSet<>();
        for (ArchiveContents.Channel channel : contents.channels()) {
            for (ArchiveContents.SchemaUse use : channel.schemas()) {
                contents.schemas().stream()
                        .filter(s -> s.id().equals(use.id()) && s.registry().equals(use.registry())).findFirst()
                        .ifPresent(schema -> {
                            used.add(schema);
                            lines.add(new SchemaLine(
                                    channel.id().text() + " " + use.side().name().toLowerCase(Locale.ROOT),
                                    schema.id().notation(), schema.kind(), schema.known(),
                                    Amounts.number(use.count())));
                        });
            }
        }
        contents.schemas().stream().filter(s -> !used.contains(s)).forEach(
                s -> lines.add(new SchemaLine("", s.id().notation(), s.kind(), s.known(), "")));
        return lines;
    }
}
