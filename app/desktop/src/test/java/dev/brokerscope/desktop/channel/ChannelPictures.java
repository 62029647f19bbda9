package dev.brokerscope.desktop.channel;

import dev.brokerscope.desktop.desk.Screen.Command;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.harness.CssWarnings;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;

/// Development tool: pictures of a channel's tab in its states, to be looked at. Argument: the folder to write.
public final class ChannelPictures {

    private static final List<Integer> ROWS = List.of(20, 21, 22, 23, 24, 25, 26, 27, 28, 29);

    private final Path folder;

    private ChannelPictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        ChannelPictures pictures = new ChannelPictures(Path.of(args[0]));
        try (CssWarnings warnings = new CssWarnings()) {
            pictures.tab("wide", 1208, 800);
            pictures.tab("narrow", 1040, 700);
            warnings.messages().stream().distinct().forEach(System.out::println);
        }
        Platform.exit();
        System.exit(0);
    }

    private void tab(String name, double width, double height) throws Exception {
        Path home = Files.createTempDirectory("channel-pictures");
        try (ChannelStage stage = new ChannelStage(home, b -> new SampleChannel(b, "payments").fill(), width, height)) {
            stage.window.awaitThat("rows come", () -> table(stage).size() > 100);
            stage.window.awaitThat("a row is selected", () -> table(stage).selectedIndexProperty().get() >= 0);
            for (int row : ROWS) {
                stage.window.run(() -> {
                    table(stage).select(row);
                    table(stage).requestFocus();
                });
                save(stage, name + "-row-" + row, row == 22 || row == 26);
            }
            stage.window.run(() -> {
                table(stage).select(21);
                ((TreeTableView<?>) stage.screen.content().lookup("#payload-value .tree-table-view"))
                        .getSelectionModel().select(4);
                stage.screen.content().lookup("#payload-value .tree-table-view").requestFocus();
            });
            stage.window.awaitFrames(10);
            stage.window.run(() -> ((TreeTableView<?>) stage.screen.content().lookup("#payload-value .tree-table-view"))
                    .getSelectionModel().select(4));
            save(stage, name + "-linked", true);
            stage.window.run(() -> way(stage, 1).fire());
            save(stage, name + "-text", false);
            stage.window.run(() -> table(stage).select(19));
            save(stage, name + "-text-xml", true);
            stage.window.run(() -> way(stage, 2).fire());
            save(stage, name + "-hex", false);
            stage.window.run(() -> way(stage, 0).fire());
            stage.window.run(() -> table(stage).select(35));
            save(stage, name + "-large", false);
            for (int tab = 1; tab < 5; tab++) {
                int index = tab;
                stage.window.run(() -> ((TabPane) stage.window.stage().getScene().lookup(".tab-pane"))
                        .getSelectionModel().select(index));
                save(stage, name + "-tab-" + tab, tab == 4);
            }
            stage.window.run(() -> stage.screen.perform(Command.GO_TO));
            save(stage, name + "-range", true);
            stage.window.press(KeyCode.ESCAPE);
            stage.window.run(() -> stage.screen.perform(Command.FILTER));
            stage.window.type("nowhere");
            stage.window.press(KeyCode.ENTER);
            stage.window.awaitThat("nothing", () -> stage.window.stage().getScene().lookup(".empty-state") != null);
            save(stage, name + "-no-match", true);
            stage.window.run(() -> ((ToggleButton) stage.screen.content().lookup(".channel-head .toggle-button"))
                    .setSelected(true));
            save(stage, name + "-details", true);
        }
    }

    private static ToggleButton way(ChannelStage stage, int index) {
        return (ToggleButton) ((Parent) stage.screen.content().lookup("#payload-value-tools .segmented"))
                .getChildrenUnmodifiable()
                .get(index);
    }

    @SuppressWarnings("unchecked")
    private static WindowedTable<Object> table(ChannelStage stage) {
        return (WindowedTable<Object>) stage.screen.content().lookup(".windowed-table");
    }

    private void save(ChannelStage stage, String name, boolean inBoth) {
        for (ThemeChoice choice : inBoth ? List.of(ThemeChoice.LIGHT, ThemeChoice.DARK) : List.of(ThemeChoice.DARK)) {
            stage.window.run(() -> stage.window.theme().choiceProperty().set(choice));
            stage.window.awaitFrames(12);
            stage.window.savePicture(folder.resolve(name + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }
}
