package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Instead;
import dev.brokerscope.desktop.profile.ImpactList;
import dev.brokerscope.desktop.profile.ImpactWords;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.dialog.TypedConfirmation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Stands where messages would be as long as nobody agreed to what reading them does to the broker: the consequences
/// for this very channel, what can be read without any, and the button that reads.
final class ConsentPane extends ScrollPane {

    private static final double WIDTH = 600;

    /// Where it stands and what its buttons do.
    ///
    /// @param agree reads, now that somebody agreed to these
    /// @param open shows another channel of the same source
    record Ways(Stage stage, Consumer<Set<Impact>> agree, Consumer<ChannelId> open) {}

    private final ChannelReading reading;
    private final Set<Impact> impacts;
    private final Ways ways;

    ConsentPane(ChannelReading reading, Set<Impact> impacts, Ways ways) {
        this.reading = reading;
        this.impacts = impacts;
        this.ways = ways;
        getStyleClass().add("consent-pane");
        VBox column = new VBox(12, head(), consequences());
        List<Instead> others = Instead.of(reading.details());
        if (!others.isEmpty()) {
            column.getChildren().add(instead(others));
        }
        column.getChildren().add(decision());
        column.getStyleClass().add("padded");
        column.setMaxWidth(WIDTH);
        StackPane middle = new StackPane(column);
        middle.setAlignment(Pos.TOP_CENTER);
        setContent(middle);
        setFitToWidth(true);
    }

    private String name() {
        return reading.channel().name();
    }

    private Tone tone() {
        return ImpactWords.mayLose(impacts) ? Tone.BAD : Tone.WARN;
    }

    private Node head() {
        VBox words = new VBox(3, Rows.wrapped(Texts.text("message.consent", name()), "title"),
                Rows.wrapped(Texts.text("message.consent.unread", CountText.full(reading.details().count())), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(12, Icon.of(Glyph.TRIANGLE_ALERT, 22, tone()), words);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node consequences() {
        ImpactList list = new ImpactList(impacts, reading.details().profile().caveats());
        list.getStyleClass().add("padded");
        return new Card(Texts.text("message.consent.does"), list);
    }

    private Node instead(List<Instead> others) {
        VBox lines = new VBox(8);
        lines.getStyleClass().add("padded");
        for (Instead other : others) {
            VBox words = new VBox(2,
                    Buttons.link(other.channel().name(), () -> ways.open().accept(other.channel())),
                    Rows.wrapped(other.why(), "muted"));
            HBox.setHgrow(words, Priority.ALWAYS);
            lines.getChildren().add(new HBox(10, Icon.of(Glyph.RADIO, 15, Tone.OK), words));
        }
        return new Card(Texts.text("message.consent.instead"), lines);
    }

    private Node decision() {
        boolean dangerous = ImpactWords.mayLose(impacts);
        Runnable read = () -> ways.agree().accept(impacts);
        Button button = dangerous ? Buttons.danger(Texts.text("message.consent.yes"), Glyph.PLAY, read)
                : Buttons.primary(Texts.text("message.consent.yes"), Glyph.PLAY, read);
        button.getStyleClass().add("large");
        VBox box = new VBox(10);
        if (dangerous && ways.stage() == Stage.PRODUCTION) {
            TypedConfirmation typed = new TypedConfirmation(Texts.text("message.consent.type"), name());
            button.disableProperty().bind(typed.confirmed().not());
            box.getChildren().add(typed);
        }
        box.getChildren().add(Rows.row(12, button, Rows.wrapped(Texts.text("message.consent.tab"), "muted", "small")));
        return box;
    }
}
