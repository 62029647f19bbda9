package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ArchiveContents.Coverage;
import dev.brokerscope.archive.CoverageMap;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.job.Amounts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What an archive holds, for people.
record ArchiveText(Run run, Archive archive) {

    /// @param byTime whether coverage is drawn by time, else by position
    void print(ArchiveContents contents, boolean byTime) throws FaultException {
        heading(archive.file().getFileName() + ": format " + contents.format() / 1000 + "." + contents.format() % 1000
                + ", written by " + contents.writer());
        line(switch (contents.seal()) {
            case ArchiveContents.Seal.Sealed(var at, var hash) -> "sealed " + run.timeText().of(at) + ", root hash "
                    + hash.toHex();
            case ArchiveContents.Seal.Unfinished() -> "not sealed: unfinished, can be resumed";
        });
        volumes(contents.volumes());
        contents.runs().forEach(this::run);
        run.out().line("");
        channels(contents);
        CoverageMap map = archive.coverage(CoverageText.width(run));
        new CoverageText(run, byTime).print(contents, map);
        gaps(contents);
        holes(contents, map);
        groups(contents);
        objects(contents);
        schemas(contents);
    }

    private void volumes(List<ArchiveContents.Volume> volumes) {
        if (volumes.size() > 1) {
            long unfinished =
                    volumes.stream().filter(v -> v.seal() instanceof ArchiveContents.Seal.Unfinished).count();
            line("a set of " + volumes.size() + " volumes, from " + volumes.getFirst().file().getFileName() + " to "
                    + volumes.getLast().file().getFileName()
                    + (unfinished == 0 ? "" : ", " + unfinished + " of them unfinished"));
        }
        if (volumes.getFirst().number() > 1) {
            line("begins with volume " + volumes.getFirst().number() + ": the ones before are not here");
        }
    }

    private void run(ArchiveContents.Run r) {
        String cluster = r.source().clusterId().map(c -> ", cluster " + c).orElse("");
        line(Json.word(r.kind()) + " of " + r.source().label() + " (" + r.source().broker() + cluster + "), "
                + Json.word(r.fidelity()) + ", " + Json.word(r.state()) + ", begun "
                + run.timeText().of(r.startedAt())
                + (r.actor().isEmpty() ? "" : " by " + r.actor() + (r.host().isEmpty() ? "" : " on " + r.host())));
        r.error().ifPresent(e -> line("  error: " + e));
        r.events().forEach(e -> line("  " + e.kind() + ": " + e.channel().map(c -> c.text() + ": ").orElse("")
                + e.detail()));
    }

    private void channels(ArchiveContents contents) {
        Table table = new Table().left("CHANNEL").right("PARTITIONS").right("MESSAGES").right("TOMBSTONES")
                .right("SIZE").left("OLDEST").left("NEWEST");
        for (ArchiveContents.Channel c : contents.channels()) {
            List<Coverage> all = c.partitions().stream().flatMap(p -> p.coverage().stream()).toList();
            table.row(c.id().text(), Integer.toString(c.partitions().size()),
                    Amounts.number(all.stream().mapToLong(Coverage::messages).sum()),
                    Amounts.number(all.stream().mapToLong(Coverage::tombstones).sum()),
                    Amounts.bytes(all.stream().mapToLong(Coverage::bytes).sum()),
                    time(all.stream().flatMapToLong(v -> v.timeMin().stream()).min()),
                    time(all.stream().flatMapToLong(v -> v.timeMax().stream()).max()));
        }
        table.print(run.out(), run.paint(), 0);
    }

    private String time(OptionalLong millis) {
        return millis.isPresent() ? run.timeText().of(millis.getAsLong()) : "";
    }

    private void gaps(ArchiveContents contents) {
        Session session = archive.session();
        Table table = new Table().left("GAP IN").right("PARTITION").right("FROM").right("NEXT").left("REASON");
        for (ArchiveContents.Channel c : contents.channels()) {
            for (ArchiveContents.Partition p : c.partitions()) {
                p.coverage().stream().flatMap(v -> v.gaps().stream()).forEach(g -> table.row(c.id().text(),
                        Integer.toString(p.number()), session.notation(g.from()), session.notation(g.next()),
                        g.reason().text() + (g.measured() ? "" : " (inferred)")));
            }
        }
        section(table);
    }

    private void holes(ArchiveContents contents, CoverageMap map) {
        Table table =
                new Table().left("HOLES BETWEEN MESSAGES OF").right("PARTITION").right("POSITIONS").left("REASON");
        for (ArchiveContents.Channel c : contents.channels()) {
            for (ArchiveContents.Partition p : c.partitions()) {
                map.strip(c.id(), p.number()).holes().forEach((reason, count) -> table.row(c.id().text(),
                        Integer.toString(p.number()), Amounts.number(count), reason.text()));
            }
        }
        section(table);
    }

    private void groups(ArchiveContents contents) {
        Session session = archive.session();
        Table table = new Table().left("GROUP").left("CHANNEL").left("NEXT OFFSETS");
        for (ArchiveContents.Channel c : contents.channels()) {
            c.groups().forEach(g -> table.row(g.name(), c.id().text(), g.progress().stream()
                    .map(p -> p.partition() + ": " + session.notation(p.next())).collect(Collectors.joining(", "))));
        }
        section(table);
    }

    private void objects(ArchiveContents contents) {
        Table table = new Table().left("CLUSTER").left("NAME");
        contents.runs().stream().flatMap(r -> r.objects().stream()).map(o -> List.of(o.kind(), o.name())).distinct()
                .forEach(o -> table.row(o.getFirst(), o.getLast()));
        section(table);
    }

    private void schemas(ArchiveContents contents) {
        Map<String, Boolean> embedded = new LinkedHashMap<>();
        contents.schemas().forEach(s -> embedded.merge(s.id().notation(), s.known(), Boolean::logicalOr));
        Table table = new Table().left("SCHEMA").left("USED BY").right("MESSAGES").left("");
        for (ArchiveContents.Channel c : contents.channels()) {
            c.schemas().forEach(s -> table.row(s.id().notation(), c.id().text() + " " + Json.word(s.side()),
                    Amounts.number(s.count()),
                    embedded.getOrDefault(s.id().notation(), false) ? "embedded" : "missing"));
        }
        section(table);
    }

    private void section(Table table) {
        if (!table.isEmpty()) {
            run.out().line("");
            table.print(run.out(), run.paint(), 0);
        }
    }

    private void heading(String text) {
        run.out().line(run.paint().as(Paint.Role.HEADING, SafeText.of(text)));
    }

    private void line(String text) {
        run.out().line(SafeText.of(text));
    }
}
