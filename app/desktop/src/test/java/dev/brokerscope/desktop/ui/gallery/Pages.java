package dev.brokerscope.desktop.ui.gallery;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Badge;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.ChoiceCard;
import dev.brokerscope.desktop.ui.control.CommandBox;
import dev.brokerscope.desktop.ui.control.EmptyState;
import dev.brokerscope.desktop.ui.control.Facts;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.FieldBox;
import dev.brokerscope.desktop.ui.control.FilterField;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.ProgressCard;
import dev.brokerscope.desktop.ui.control.ProgressReading;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.SegmentedControl;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.control.StageMark;
import dev.brokerscope.desktop.ui.control.Toggle;
import dev.brokerscope.desktop.ui.detail.DisplayLines;
import dev.brokerscope.desktop.ui.detail.StyledTextView;
import dev.brokerscope.desktop.ui.detail.TextColours;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.ui.dialog.TypedConfirmation;
import dev.brokerscope.desktop.ui.dialog.WizardPane;
import dev.brokerscope.desktop.ui.dialog.WizardStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Pages of the gallery with made-up contents.
final class Pages {

    private static final Runnable NOTHING = () -> {
    };

    private Pages() {
    }

    static Node controls() {
        VBox left = Rows.column(12, badges(), stages(), buttons(), fields(), choices());
        VBox right = Rows.column(12, faults(), progress(), text());
        HBox.setHgrow(right, Priority.ALWAYS);
        left.setPrefWidth(600);
        left.setMinWidth(600);
        HBox page = new HBox(20, left, right);
        page.setPadding(new Insets(20));
        page.getStyleClass().add("area");
        return page;
    }

    private static Node badges() {
        return Rows.column(6, Rows.label("Badges", "section"),
                Rows.row(6, Badge.format("Avro v7", Tone.ACCENT), Badge.format("JSON", Tone.TEAL),
                        Badge.format("XML", Tone.VIOLET), Badge.format("JSON broken", Tone.BAD), Badge.binary(),
                        Badge.tombstone(), Badge.empty(), Badge.nullTag(), Badge.tag("0 bytes"), Badge.count("7")),
                Rows.row(6, Badge.of("read-only", Glyph.LOCK, Tone.PLAIN), Badge.of("upper bound", Tone.PLAIN),
                        Badge.of("sealed", Glyph.STAMP, Tone.OK), Badge.of("1 blocker", Tone.BAD),
                        Badge.of("3 warnings", Tone.WARN), Badge.of("1 note", Tone.ACCENT), Badge.key("Ctrl"),
                        Badge.key("K")));
    }

    private static Node stages() {
        HBox row = Rows.row(10);
        for (Stage stage : Stage.values()) {
            row.getChildren().addAll(StageMark.dot(stage), Rows.label(stage.word()), StageMark.word(stage));
        }
        return row;
    }

    private static Node buttons() {
        var disabled = Buttons.danger("Start restore", Glyph.ARCHIVE_RESTORE, NOTHING);
        disabled.setDisable(true);
        return Rows.column(8, Rows.label("Buttons", "section"),
                Rows.row(8, Buttons.primary("Run", Glyph.PLAY, NOTHING), Buttons.plain("Tail", Glyph.RADIO, NOTHING),
                        Buttons.plain("Back", NOTHING), Buttons.flat("Copy command", Glyph.TERMINAL, NOTHING),
                        Buttons.remedy("Leave it out", NOTHING),
                        Buttons.danger("Restore", Glyph.ARCHIVE_RESTORE, NOTHING),
                        disabled),
                Rows.row(8, Buttons.icon(Glyph.CHEVRON_UP, "Up", NOTHING), Buttons.icon(Glyph.COPY, "Copy", NOTHING),
                        Buttons.icon(Glyph.ELLIPSIS, "More", NOTHING), outlined(),
                        Buttons.link("Count exactly…", NOTHING),
                        new SegmentedControl<>(List.of("Tree", "Text", "Hex"), s -> s), new Toggle("Follow")));
    }

    private static Node outlined() {
        var button = Buttons.icon(Glyph.PLUS, "Add", NOTHING);
        button.getStyleClass().add("outlined");
        return button;
    }

    private static Node fields() {
        FilterField filter = new FilterField(line -> List.of(line.split("(?<= )")).stream()
                .map(word -> new FilterField.Piece(word, word.startsWith("\"") ? "syntax-string"
                        : word.contains(".") ? "tone-accent" : word.strip().equals("and") ? "syntax-keyword" : ""))
                .toList());
        filter.setText("time > now-2h and value.status != \"CAPTURED\"");
        TextField plain = new TextField("kafka-1:9092");
        TextField prompt = new TextField();
        prompt.setPromptText("Host and port");
        FieldBox invalid = new FieldBox(Glyph.SERVER, new TextField("kafka"));
        invalid.getStyleClass().add("invalid");
        return Rows.column(8, Rows.label("Fields", "section"), new FieldBox(Glyph.FILTER, filter, Badge.key("Ctrl F")),
                Rows.row(8, FieldBox.search("Filter channels"), plain, prompt), Rows.row(8, invalid, password()));
    }

    private static Node password() {
        PasswordField field = new PasswordField();
        field.setText("secret");
        return field;
    }

    private static Node choices() {
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("SASL over TLS", "Plain");
        combo.getSelectionModel().select(0);
        CheckBox check = new CheckBox("Remember");
        check.setSelected(true);
        RadioButton radio = new RadioButton("Newest");
        radio.setSelected(true);
        return Rows.column(10, Rows.row(14, combo, check, new CheckBox("Off"), radio, new RadioButton("Oldest")),
                new ChoiceCard(Glyph.ARCHIVE, "Open the sample archive",
                        "2,000 messages of a small shop: Avro, JSON, XML, tombstones, a few broken ones.", NOTHING,
                        Badge.key("1")),
                new NoticeBar(Tone.OK, Glyph.SHIELD_CHECK, "Nothing changes on the broker. No group is joined.",
                        List.of()),
                new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, "3 partitions have gaps.",
                        List.of(new Remedy("Show them", NOTHING))));
    }

    private static Node faults() {
        FaultCard fault = new FaultCard("kafka-1:9092 did not answer within 10 s.",
                "Check the address, and whether you need the VPN.", "java.net.ConnectException\n  at …",
                List.of(new Remedy("Edit the connection", NOTHING), new Remedy("Try again", NOTHING)));
        EmptyState empty = new EmptyState(Glyph.FILTER, "0 of 125,330 matched",
                "No message in this range fits the filter.",
                List.of(new Remedy("Widen the range", NOTHING), new Remedy("Show what could not be tested", NOTHING)));
        return Rows.column(10, fault, new Card("Messages", empty, Badge.count("0"), Rows.spring(),
                Rows.label("committed only", "muted")));
    }

    private static Node progress() {
        ProgressCard card = new ProgressCard("checkpoint 2 s ago, safe to cancel");
        card.show(new ProgressReading(65_472_108, OptionalLong.of(105_641_210), "≤ ", 67_200,
                Optional.of(Duration.ofSeconds(597))));
        Facts facts = new Facts(List.of(new Facts.Fact("≤ 9,064,574", "messages to read"),
                new Facts.Fact("3.6 GB", "uncompressed"), new Facts.Fact("118 GB", "free at the destination")));
        CommandBox command = new CommandBox();
        command.show("brokerscope backup payments --connection orders-prod \\\n  --out ~/backups/payments.msgdb");
        return Rows.column(10, card, facts, command);
    }

    private static Node text() {
        StyledTextView view = new StyledTextView();
        view.setLines(DisplayLines.of("{\n  \"orderId\": 90417,\n  \"paid\": true,\n  \"name\": \"Müller\"\n}",
                TextColours.JSON));
        view.setPrefHeight(110);
        VBox.setVgrow(view, Priority.ALWAYS);
        return view;
    }

    static WizardPane wizard(ModalHost host) {
        VBox body = Rows.column(12, Rows.label("What will happen", "step-title"),
                Rows.wrapped("Brokerscope reads 3 topics with 21 partitions from orders-prod, up to the end that each"
                        + " partition has when the backup starts, and writes one new archive."),
                new NoticeBar(Tone.OK, Glyph.SHIELD_CHECK, "Nothing changes on the broker.", List.of()),
                new Facts(List.of(new Facts.Fact("≤ 9,064,574", "messages to read"),
                        new Facts.Fact("3.6 GB", "to read, uncompressed"), new Facts.Fact("3 – 4 min", "at 20 MB/s"))),
                new Card("This writes to PRODUCTION",
                        padded(new TypedConfirmation("Type the name of the cluster to allow this plan, once:",
                                "orders-prod")))
                        .dangerous());
        List<WizardStep> steps = List.of("Topics", "Range", "Contents", "Destination").stream()
                .map(title -> step(title, title.toLowerCase(Locale.ROOT) + " as chosen")).toList();
        WizardStep last = new WizardStep("What will happen", body, NOTHING);
        last.canGoOnProperty().set(false);
        last.hindranceProperty().set("1 finding blocks the restore");
        WizardPane wizard = new WizardPane(host,
                new WizardPane.Frame(Glyph.ARCHIVE, "Back up", "orders-prod",
                        Buttons.danger("Start backup", Glyph.ARCHIVE, NOTHING), 1080, 700),
                List.of(steps.get(0), steps.get(1), steps.get(2), steps.get(3), last,
                        step("Report", "")));
        wizard.addLeft(Buttons.flat("Copy command", Glyph.TERMINAL, NOTHING));
        return wizard;
    }

    private static Node padded(Node node) {
        VBox box = new VBox(node);
        box.setPadding(new Insets(12));
        return box;
    }

    private static WizardStep step(String title, String summary) {
        WizardStep step =
                new WizardStep(title, new VBox(new Label(title), new TextField("x"), new Icon(Glyph.FILE)), NOTHING);
        step.summaryProperty().set(summary);
        return step;
    }
}
