package dev.brokerscope.desktop.shell;

import dev.brokerscope.core.EngineOptions;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.CopiedText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What this program is: version, what it is made with, where its files are, and a report for whoever helps. FX thread.
final class AboutDialog {

    private static final double WIDTH = 640;
    private static final double LOGO = 56;
    private static final int ROWS = 7;

    private final Desk desk;
    private final DiagnosticReport report;

    AboutDialog(Desk desk) {
        this.desk = desk;
        this.report = new DiagnosticReport(desk.engine());
    }

    void show() {
        ModalHost host = desk.screens().modals();
        VBox body = new VBox(14, head(), new Card(Texts.text("about.folders"), folders()));
        licences().ifPresent(text -> body.getChildren().add(new Card(Texts.text("about.licences"), area(text))));
        DialogCard card = new DialogCard(host, Glyph.INFO, Texts.text("about.title"), body, WIDTH);
        card.addLeft(Buttons.flat(Texts.text("about.copy"), Glyph.COPY, this::copy));
        card.addDefault(Buttons.plain(Texts.text("close"), host::close));
        host.show(card, ModalHost.Place.CENTRE, () -> {
        });
    }

    private Node head() {
        ImageView logo = new ImageView(Welcome.logo());
        logo.setFitWidth(LOGO);
        logo.setFitHeight(LOGO);
        return Rows.row(16, logo, Rows.column(3, Rows.label("Brokerscope", "step-title"),
                Rows.label(Texts.text("about.version", DiagnosticReport.version(),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("javafx.runtime.version", "")), "muted"),
                Rows.label(Texts.text("welcome.words"), "muted")));
    }

    private Node folders() {
        GridPane grid = new GridPane(16, 6);
        grid.getStyleClass().add("padded");
        for (DiagnosticReport.Folder folder : report.folders()) {
            grid.addRow(grid.getRowCount(), Rows.label(folder.name(), "muted"),
                    Rows.wrapped(folder.path(), "mono-small"));
        }
        return grid;
    }

    /// Of the distribution; sources have them beside their libraries.
    private static Optional<String> licences() {
        Optional<Path> file = Optional.ofNullable(System.getProperty(EngineOptions.HOME_PROPERTY))
                .flatMap(home -> List.of("THIRD-PARTY.txt", "NOTICE", "LICENSE").stream()
                        .map(name -> Path.of(home, name)).filter(Files::isRegularFile).findFirst());
        try {
            return file.isPresent() ? Optional.of(Files.readString(file.get(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static TextArea area(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefRowCount(ROWS);
        area.getStyleClass().add("fault-details");
        return area;
    }

    private void copy() {
        desk.work().execute(() -> {
            String text = report.text();
            desk.ui().execute(() -> {
                CopiedText.put(text);
                desk.screens().tell(Tone.OK, Glyph.COPY, Texts.text("about.copied"), List.of());
            });
        });
    }
}
