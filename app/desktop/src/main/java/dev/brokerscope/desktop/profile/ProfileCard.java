package dev.brokerscope.desktop.profile;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What reading a channel means: what it does to the broker, where it can begin, how its end is known, how far
/// positions, order and completeness can be trusted, and what its broker says besides.
public final class ProfileCard extends VBox {

    private static final double LABELS = 130;

    public ProfileCard(ChannelProfile profile) {
        super(new Card(Texts.text("profile.title"), body(profile)));
    }

    private static VBox body(ChannelProfile profile) {
        VBox body = new VBox(12, impact(profile.impact()), lines(profile));
        body.getStyleClass().add("padded");
        if (!profile.caveats().isEmpty()) {
            body.getChildren().addAll(Rows.horizontalLine(), new ImpactList(Set.of(), profile.caveats()));
        }
        return body;
    }

    private static VBox impact(Set<Impact> impact) {
        Set<Impact> asked = impact.stream().filter(Impact::needsConsent).collect(Collectors.toSet());
        VBox lines = asked.isEmpty()
                ? new VBox(8, ImpactList.line(Glyph.CIRCLE_CHECK, Tone.OK, Texts.text("profile.harmless")))
                : new ImpactList(asked, java.util.List.of());
        if (impact.contains(Impact.TRANSIENT_CONSUMER)) {
            lines.getChildren().add(ImpactList.line(ImpactWords.glyph(Impact.TRANSIENT_CONSUMER), Tone.PLAIN,
                    ImpactWords.of(Impact.TRANSIENT_CONSUMER)));
        }
        return lines;
    }

    private static GridPane lines(ChannelProfile profile) {
        GridPane grid = new GridPane(12, 8);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(LABELS), words);
        row(grid, Glyph.PLAY, "start", starts(profile.starts()));
        row(grid, Glyph.SQUARE, "end", Texts.text("profile.end." + profile.end().name()));
        row(grid, Glyph.HASH, "positions", Texts.text("profile.positions." + profile.positions().name())
                + (profile.dense() ? " " + Texts.text("profile.dense") : ""));
        row(grid, Glyph.LIST_TREE, "order", Texts.text("profile.order." + profile.order().name()));
        row(grid, Glyph.SHIELD_CHECK, "completeness",
                Texts.text("profile.completeness." + profile.completeness().name()));
        return grid;
    }

    private static String starts(Set<StartKind> starts) {
        return starts.isEmpty()
                ? Texts.text("profile.start.none")
                : starts.stream().sorted().map(s -> Texts.text("profile.start." + s.name()))
                        .collect(Collectors.joining(" · "));
    }

    private static void row(GridPane grid, Glyph glyph, String name, String words) {
        int row = grid.getRowCount();
        grid.addRow(row, Rows.row(8, new Icon(glyph, 14), Rows.label(Texts.text("profile." + name), "muted")),
                Rows.wrapped(words));
    }
}
