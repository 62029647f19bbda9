package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.wizard.PlainTable;
import dev.brokerscope.desktop.wizard.PlainTable.Column;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The tables behind the overview: schemas, groups, settings, what was notable.
record ArchiveTables(ArchiveContents contents, ArchiveWords words) {

    private record Setting(String channel, ChannelDefinition.Setting setting) {}

    private record Event(ArchiveContents.Run run, ArchiveContents.Event event) {}

    Node schemas() {
        return page(new PlainTable<>(SchemaLine.of(contents), List.of(
                Column.mono(Texts.text("archive.schema.user"), 320, SchemaLine::user),
                Column.mono(Texts.text("archive.schema.id"), 220, SchemaLine::id),
                Column.words(Texts.text("archive.schema.kind"), 120, SchemaLine::kind),
                Column.words(Texts.text("archive.schema.text"), 130,
                        s -> Texts.text(s.known() ? "archive.schema.embedded" : "archive.schema.missing")),
                Column.number(Texts.text("archive.schema.uses"), 130, SchemaLine::uses))),
                Texts.text("archive.schemas.none"));
    }

    Node groups() {
        return page(new PlainTable<>(GroupLine.of(contents), List.of(
                Column.mono(Texts.text("archive.group"), 240, l -> l.group().name()),
                Column.mono(Texts.text("archive.channel"), 200, GroupLine::channel),
                Column.words(Texts.text("archive.state"), 100, l -> l.group().state()),
                Column.number(Texts.text("archive.group.lag"), 100, l -> CountText.full(l.group().lag())),
                Column.mono(Texts.text("archive.group.positions"), 320, GroupLine::positions))),
                Texts.text("archive.groups.none"));
    }

    Node settings() {
        List<Setting> settings = contents.channels().stream().flatMap(c -> c.definition().settings().stream()
                .map(s -> new Setting(c.id().text(), s))).toList();
        return page(new PlainTable<>(settings, List.of(
                Column.mono(Texts.text("archive.channel"), 240, Setting::channel),
                Column.mono(Texts.text("archive.setting"), 280, s -> s.setting().name()),
                Column.mono(Texts.text("archive.setting.value"), 280,
                        s -> s.setting().sensitive() ? Texts.text("archive.setting.hidden")
                                : s.setting().value().orElse("")),
                Column.words(Texts.text("archive.setting.origin"), 110,
                        s -> s.setting().origin().name().toLowerCase(Locale.ROOT)))),
                Texts.text("archive.settings.none"));
    }

    Node log() {
        List<Event> events = contents.runs().stream()
                .flatMap(r -> r.events().stream().map(e -> new Event(r, e))).toList();
        return page(new PlainTable<>(events, List.of(
                Column.words(Texts.text("archive.event"), 420, e -> e.event().detail()),
                Column.words(Texts.text("archive.event.kind"), 150, e -> e.event().kind()),
                Column.mono(Texts.text("archive.channel"), 200,
                        e -> e.event().channel().map(c -> c.text()).orElse("")),
                Column.mono(Texts.text("archive.event.position"), 130, e -> e.event().position()
                        .map(p -> p.partition() + " @ " + PartitionCoverage.notation(p)).orElse("")),
                Column.mono(Texts.text("archive.event.run"), 160, e -> words.moment(e.run().startedAt())))),
                Texts.text("archive.log.none"));
    }

    private static Node page(PlainTable<?> table, String nothing) {
        table.setPlaceholder(Rows.label(nothing, "muted"));
        table.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(table);
        page.getStyleClass().add("overview-page");
        return page;
    }
}
