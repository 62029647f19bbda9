package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Name, state and size of an archive, and what can be done with it.
final class ArchiveHead extends VBox {

    /// What the buttons do.
    record Acts(Runnable browse, Consumer<Verification.Level> verify, Runnable restore) {}

    private final HBox badges = Rows.row(6);
    private final VBox notice = new VBox();
    private final ArchiveContents contents;

    ArchiveHead(ArchiveContents contents, long size, ArchiveWords words, String name, Acts acts) {
        super(6);
        this.contents = contents;
        getStyleClass().add("archive-head");
        getChildren().addAll(Rows.row(10, new Icon(Glyph.ARCHIVE, 18), Rows.label(name, "title"), badges,
                Rows.spring(), Buttons.primary(Texts.text("archive.browse"), Glyph.TABLE, acts.browse()),
                verify(acts.verify()), Buttons.plain(Texts.text("archive.restore"), Glyph.ARCHIVE_RESTORE,
                        acts.restore())),
                facts(size, words), notice);
        show(Optional.empty(), () -> {
        });
    }

    private static MenuButton verify(Consumer<Verification.Level> act) {
        MenuButton menu = new MenuButton(Texts.text("archive.verify"), new Icon(Glyph.SHIELD_CHECK, 14));
        for (Verification.Level level : Verification.Level.values()) {
            MenuItem item = new MenuItem(switch (level) {
                case QUICK -> Texts.text("archive.verify.quick");
                case FULL -> Texts.text("archive.verify.full");
                case DEEP -> Texts.text("archive.verify.deep");
            });
            item.setOnAction(_ -> act.accept(level));
            menu.getItems().add(item);
        }
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private HBox facts(long size, ArchiveWords words) {
        long partitions = contents.channels().stream().mapToLong(c -> c.partitions().size()).sum();
        List<ArchiveContents.Coverage> all = contents.channels().stream().flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream()).toList();
        long messages = all.stream().mapToLong(ArchiveContents.Coverage::messages).sum();
        long raw = all.stream().mapToLong(ArchiveContents.Coverage::bytes).sum();
        HBox facts = Rows.row(14,
                Rows.label(Texts.text("archive.fact.channels", contents.channels().size(), partitions), "muted"),
                Rows.row(6, Rows.label(Amounts.number(messages), "strong"),
                        Rows.label(Texts.text("archive.fact.messages", messages), "muted"),
                        Badge.of(Texts.text("archive.exact"), Tone.PLAIN)),
                Rows.label(Texts.text("archive.fact.sizes", Amounts.bytes(raw), Amounts.bytes(size)), "muted"),
                Rows.label(words.days(contents.channels())));
        contents.runs().stream().findFirst().ifPresent(run -> facts.getChildren().add(
                Rows.row(4, Rows.label(Texts.text("archive.fact.from"), "muted"), Rows.label(run.source().label()))));
        return facts;
    }

    /// Brings the badges and the verdict of a check up to date.
    void show(Optional<Verification> checked, Runnable showJobs) {
        boolean sealed = contents.seal() instanceof ArchiveContents.Seal.Sealed;
        badges.getChildren().setAll(sealed ? Badge.of(Texts.text("archive.sealed"), Glyph.STAMP, Tone.OK)
                : Badge.of(Texts.text("archive.unfinished"), Glyph.TRIANGLE_ALERT, Tone.WARN));
        checked.ifPresent(v -> badges.getChildren().add(v.state() == Verification.State.DAMAGED
                ? Badge.of(Texts.text("job.damaged"), Glyph.CIRCLE_X, Tone.BAD)
                : Badge.of(Texts.text("archive.badge.verified", v.level().name().toLowerCase(Locale.ROOT)),
                        Glyph.SHIELD_CHECK, Tone.OK)));
        badges.getChildren().add(Badge.of(Texts.text("archive.offline"), Glyph.WIFI_OFF, Tone.PLAIN));
        if (contents.runs().stream().anyMatch(r -> r.state() == RunState.COMPLETE_WITH_GAPS)) {
            badges.getChildren().add(Badge.of(Texts.text("archive.run.with-gaps"), Glyph.TRIANGLE_ALERT, Tone.WARN));
        }
        notice.getChildren().clear();
        checked.filter(v -> v.state() == Verification.State.DAMAGED).ifPresent(v -> notice.getChildren()
                .add(new NoticeBar(Tone.BAD, Glyph.CIRCLE_X, Texts.text("archive.damage", v.problems().size(),
                        v.problems().stream().findFirst().map(Verification.Problem::message).orElse("")),
                        List.of(new Remedy(Texts.text("archive.show-report"), showJobs)))));
        if (!sealed) {
            notice.getChildren().add(new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT,
                    Texts.text("archive.unsealed"), List.of()));
        }
    }
}
