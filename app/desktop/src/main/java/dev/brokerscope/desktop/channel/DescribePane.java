package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.profile.KeepCard;
import dev.brokerscope.desktop.profile.ProfileCard;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Card;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Everything the broker says of the channel: partitions, settings with their origin, groups with their lag, and what
/// reading it means.
final class DescribePane extends ScrollPane {

    private final ChannelReading reading;
    private final ZoneId zone;

    DescribePane(ChannelReading reading, ZoneId zone) {
        this.reading = reading;
        this.zone = zone;
        VBox cards = new VBox(12);
        cards.getStyleClass().add("padded");
        ChannelDetails details = reading.details();
        cards.getChildren().add(new ProfileCard(details.profile()));
        cards.getChildren().add(new Card(Texts.text("channel.describe.partitions"), partitions(details.partitions()),
                count(details.partitions().size())));
        for (Section section : details.sections()) {
            cards.getChildren().add(new Card(section.title(), section(section), count(section.items().size())));
        }
        cards.getChildren().add(new KeepCard(details.profile()));
        setContent(cards);
        setFitToWidth(true);
        getStyleClass().add("describe-pane");
    }

    private static Label count(int size) {
        return Badge.count(String.valueOf(size));
    }

    private Node partitions(List<PartitionInfo> partitions) {
        Set<String> facts = new LinkedHashSet<>();
        partitions.forEach(p -> p.facts().forEach(f -> facts.add(f.label())));
        GridPane grid = grid();
        List<String> heads = new ArrayList<>(List.of("P", Texts.text("channel.describe.first"),
                Texts.text("channel.describe.end"), Texts.text("channel.describe.messages")));
        heads.addAll(facts);
        for (int i = 0; i < heads.size(); i++) {
            grid.add(Rows.label(heads.get(i), "small", "muted"), i, 0);
        }
        int row = 1;
        for (PartitionInfo partition : partitions) {
            List<Node> cells = new ArrayList<>(List.of(mono(String.valueOf(partition.number())),
                    mono(partition.first().map(reading.session()::notation).orElse("–")),
                    mono(partition.end().map(reading.session()::notation).orElse("–")),
                    mono(CountText.full(partition.count()))));
            facts.forEach(label -> cells.add(partition.facts().stream().filter(f -> f.label().equals(label))
                    .findFirst().map(this::value).orElseGet(() -> mono("–"))));
            grid.addRow(row++, cells.toArray(Node[]::new));
        }
        return grid;
    }

    private Node section(Section section) {
        VBox box = new VBox(10);
        if (section.items().isEmpty() && section.children().isEmpty()) {
            return padded(Rows.label(Texts.text("channel.describe.nothing"), "muted"));
        }
        GridPane grid = grid();
        int row = 0;
        for (Item item : section.items()) {
            grid.addRow(row++, Rows.label(item.label(), "mono", "syntax-name"), value(item), origin(item.origin()));
        }
        box.getChildren().add(grid);
        section.children().forEach(child -> box.getChildren()
                .add(padded(new VBox(4, Rows.label(child.title(), "strong"), section(child)))));
        return box;
    }

    private Node value(Item item) {
        if (item.sensitive()) {
            return Rows.label(Texts.text("channel.describe.sensitive"), "muted");
        }
        String words = FactText.of(item.fact(), zone);
        if (item.fact() instanceof Fact.Absent) {
            return Rows.row(6, Icon.of(Glyph.CIRCLE_HELP, 13, Tone.PLAIN), Rows.wrapped(words, "muted"));
        }
        return words.isEmpty() ? Badge.tag(Texts.text("message.tag.empty")) : Rows.wrapped(words, "mono");
    }

    private static Node origin(SettingOrigin origin) {
        return switch (origin) {
            case SET -> Badge.of(Texts.text("channel.origin.set"), Tone.ACCENT);
            case INHERITED -> Rows.label(Texts.text("channel.origin.inherited"), "small", "muted");
            case DEFAULT -> Rows.label(Texts.text("channel.origin.default"), "small", "muted");
            case STATE -> Rows.label("");
        };
    }

    private static Node padded(Node node) {
        VBox box = new VBox(node);
        box.getStyleClass().add("padded");
        return box;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(24, 5);
        grid.getStyleClass().add("padded");
        return grid;
    }

    private static Label mono(String text) {
        return Rows.label(text, "mono");
    }
}
