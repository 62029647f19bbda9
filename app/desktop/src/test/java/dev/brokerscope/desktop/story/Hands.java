package dev.brokerscope.desktop.story;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.table.WindowedTable;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// What a person does in the window, in the words of the program.
final class Hands {

    private final StoryWindow window;

    Hands(StoryWindow window) {
        this.window = window;
    }

    /// Opens a channel from the tree and waits for its first messages.
    void open(String source, String channel) {
        window.doubleClick(Look.channel(source, channel), Look.text(channel).below("channel-head"));
        window.await("messages of " + channel, () -> rows() > 0);
        window.await("the search in " + channel + " ends",
                () -> window.find(Look.button(Texts.text("message.run"))).isPresent());
    }

    /// Unfolds a source of the tree.
    void unfold(Look source, Look until) {
        window.click(source, "the keyboard in the tree",
                () -> window.find(source).filter(n -> n.isFocusWithin() || treeFocused(n)).isPresent());
        window.press(KeyCode.RIGHT);
        window.await(until);
    }

    private static boolean treeFocused(Node cell) {
        for (Node up = cell; up != null; up = up.getParent()) {
            if (up.isFocused()) {
                return true;
            }
        }
        return false;
    }

    /// Rows of the table of messages. FX thread.
    long rows() {
        return window.find(Look.messages()).map(n -> ((WindowedTable<?>) n).size()).orElse(0L);
    }

    /// Selects rows from the first on until one was decoded as wanted.
    void selectDecodedAs(String badge) {
        Look chip = Look.textStarting(badge).below("windowed-table");
        window.click(chip, Look.textStarting(badge).below("detail-tools"));
    }

    void filter(String text) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        Look field =
                new Look("the quick filter", n -> Texts.text("message.filter.prompt").equals(n.getAccessibleText()));
        window.write(field, text);
        window.press(KeyCode.ENTER);
    }

    void page(String button, String firstRows) {
        window.click(Look.icon(Texts.text(button)), Look.textStarting(firstRows).below("pane-foot"));
    }

    /// Goes on to a step of a wizard.
    void next(String step) {
        window.click(Look.button(Texts.text("wizard.next")), "the step " + step, () -> step(step));
    }

    void back(String step) {
        window.click(Look.button(Texts.text("wizard.back")), "the step " + step, () -> step(step));
    }

    void awaitStep(String step) {
        window.await("the step " + step, () -> step(step));
    }

    private boolean step(String step) {
        return window.find(new Look(step, n -> n.getStyleClass().contains("wizard-step")
                && n.getPseudoClassStates().stream().anyMatch(s -> s.getPseudoClassName().equals("selected"))))
                .flatMap(n -> Finding.first(n, Look.text(step))).isPresent();
    }

    void tick(String channel) {
        window.click(Look.text(channel).below("choice-list"));
    }

    /// From the channels of the backup wizard to its last step, where the preview is.
    void backUpTo(Path file) {
        next(Texts.text("backup.range"));
        next(Texts.text("backup.contents"));
        next(Texts.text("backup.destination"));
        window.write(Look.field(Texts.text("backup.folder")), String.valueOf(file.getParent()));
        window.write(Look.field(Texts.text("backup.name")), file.getFileName().toString().replace(".msgdb", ""));
        next(Texts.text("backup.what"));
        window.await("the backup can start",
                () -> window.find(Look.button(Texts.text("backup.start"))).filter(n -> !n.isDisabled()).isPresent());
    }

    /// From the restore wizard's archives to the names on the target: all channels, to that connection.
    void restoreTo(String archive, String connection) {
        window.click(Look.text(archive).below("choice-card"), "the archive is read", this::canGoOn);
        next(Texts.text("wizard.channels"));
        next(Texts.text("restore.target"));
        if (window.sees(Look.button(Texts.text("side.unlock")))) {
            window.click(Look.button(Texts.text("side.unlock")), Look.text(Texts.text("restore.target.writable")));
        } else {
            window.click(Look.text(connection).below("choice-card"), "the target is chosen", this::canGoOn);
        }
        next(Texts.text("restore.mapping"));
    }

    private boolean canGoOn() {
        return window.find(Look.button(Texts.text("wizard.next"))).filter(n -> !n.isDisabled()).isPresent();
    }

    void prefix(String prefix) {
        window.click(Look.button(Texts.text("restore.naming.prefix")), Look.field(Texts.text("restore.prefix")));
        window.write(Look.field(Texts.text("restore.prefix")), prefix);
    }

    void preflight() {
        next(Texts.text("restore.preflight"));
        window.await(Look.button(Texts.text("restore.check-again")));
    }
}
