package dev.brokerscope.desktop.channel;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen.Command;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.message.MessagesModel;
import dev.brokerscope.desktop.message.MessagesView;
import dev.brokerscope.desktop.message.QueryChoice;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// Messages of a channel and one of them in full.
final class Browser {

    private final ChannelReading reading;
    private final MessagesModel messages;
    private final MessagesView view;
    private final BorderPane node = new BorderPane();

    Browser(Desk desk, ChannelReading reading) {
        this.reading = reading;
        messages = new MessagesModel(reading, desk.engine().places().cache(), desk.work(), desk.ui(),
                desk.zone()::get);
        view = new MessagesView(messages, desk);
        node.setTop(view.top());
        node.setCenter(view.results());
        messages.run(QueryChoice.newest());
    }

    boolean shows(ChannelReading other) {
        return reading.equals(other);
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
            case NEXT_PANE, PREVIOUS_PANE, COPY_AS, REFRESH -> view.focusTable();
        }
    }

    void close() {
        view.close();
    }
}
