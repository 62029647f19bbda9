package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen.Command;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.detail.CopyMenu;
import dev.brokerscope.desktop.detail.DetailModel;
import dev.brokerscope.desktop.detail.DetailPane;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.MessagesModel;
import dev.brokerscope.desktop.message.MessagesView;
import dev.brokerscope.desktop.message.QueryChoice;
import dev.brokerscope.desktop.ui.control.SplitPanes;
import java.time.ZoneId;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// Messages of a channel and one of them in full: side by side, or one above the other where there is little width.
final class Browser {

    /// Of the tab: a window of 1360 px less its tree.
    private static final double NARROW = 1120;
    private static final double BESIDE = 472;
    private static final double BELOW = 262;

    private final ChannelReading reading;
    private final MessagesModel messages;
    private final MessagesView view;
    private final CopyMenu copyMenu;
    private final DetailPane details;
    private final Desk desk;
    private final SplitPanes split;
    private final BorderPane node = new BorderPane();

    /// @param choice what to look for first
    /// @param consent to what reading does, as far as it was given in this tab
    Browser(Desk window, Source source, ChannelReading reading, QueryChoice choice, Set<Impact> consent) {
        desk = withOwnZone(window);
        this.reading = reading;
        messages = new MessagesModel(reading, desk.engine().places().cache(), desk.work(), desk.ui(),
                desk.zone()::get);
        view = new MessagesView(messages, desk, source);
        DetailModel detail = new DetailModel(reading, messages::store, desk.work(), desk.ui(), view::decodeAgain,
                desk.screens()::tell);
        copyMenu = new CopyMenu(detail, desk);
        details = new DetailPane(detail, copyMenu, desk, view::move);
        view.rowMenu(copyMenu.menu());
        view.selectedProperty().subscribe(detail::show);
        split = new SplitPanes(Orientation.HORIZONTAL, view.results(), details, SplitPanes.Keeps.SECOND,
                new SplitPanes.Sizes("channel.details", BESIDE, 200, 200), desk.preferences());
        node.setTop(view.top());
        view.aloneProperty().subscribe(alone -> node.setCenter(alone.orElse(split)));
        node.setMinSize(0, 0);
        node.widthProperty().subscribe(width -> arrange(width.doubleValue()));
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        messages.allow(consent);
        messages.run(choice);
    }

    /// Views watch the zone as long as they live, and the window outlives this tab: they get one that follows it weakly.
    private static Desk withOwnZone(Desk window) {
        ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>();
        zone.bind(window.zone());
        return new Desk(window.engine(), window.sources(), window.screens(), window.preferences(), window.services(),
                window.ui(), window.work(), zone);
    }

    boolean shows(ChannelReading other) {
        return reading.equals(other);
    }

    QueryChoice choice() {
        return messages.choiceProperty().get();
    }

    Set<Impact> consent() {
        return messages.consent();
    }

    Region node() {
        return node;
    }

    void focus() {
        view.focusTable();
    }

    void perform(Command command) {
        switch (command) {
            case FILTER -> view.focusFilter();
            case RUN -> view.run();
            case STOP -> messages.stop();
            case GO_TO -> view.goTo();
            case PREVIOUS_MESSAGE -> view.move(-1);
            case NEXT_MESSAGE -> view.move(1);
            case NEXT_PANE -> pane(1);
            case PREVIOUS_PANE -> pane(2);
            case COPY_AS -> details.copyAs();
            case REFRESH -> messages.run(messages.choiceProperty().get());
        }
    }

    void close() {
        view.close();
    }

    /// Bar, table, details and round again.
    private void pane(int by) {
        int now = view.hasBarFocus() ? 0 : view.hasTableFocus() ? 1 : 2;
        switch ((now + by) % 3) {
            case 0 -> view.focusFilter();
            case 1 -> view.focusTable();
            default -> details.requestFocus();
        }
    }

    private void arrange(double width) {
        if (width <= 0) {
            return;
        }
        boolean narrow = width < NARROW;
        split.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        split.setSize(narrow ? BELOW : desk.preferences().size("channel.details").orElse(BESIDE));
        details.flat(narrow);
        view.narrow(narrow);
    }

    private void pressed(KeyEvent key) {
        int number = key.getCode().ordinal() - KeyCode.DIGIT1.ordinal() + 1;
        if (key.isShortcutDown() && number >= 1 && number <= 5) {
            details.selectTab(number);
            key.consume();
        } else if (key.isShortcutDown() && !key.isShiftDown() && key.getCode() == KeyCode.C && view.hasTableFocus()) {
            copyMenu.copyValue();
            key.consume();
        }
    }
}
