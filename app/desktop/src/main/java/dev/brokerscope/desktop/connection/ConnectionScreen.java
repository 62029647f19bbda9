package dev.brokerscope.desktop.connection;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Stage;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;

/// The tab with the form of one connection.
public final class ConnectionScreen implements Screen {

    private final String id;
    private final String title;
    private final ConnectionForm form;

    /// @param plugins the brokers to choose from, at least one
    /// @param closeTab closes this tab
    public ConnectionScreen(Desk desk, List<BrokerPlugin> plugins, Optional<Connection> original,
            Runnable closeTab) {
        id = "connection:" + original.map(Connection::name).orElse("");
        title = original.map(Connection::name).orElseGet(() -> Texts.text("connection.new"));
        form = new ConnectionForm(desk, plugins, original, title, closeTab);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Glyph glyph() {
        return Glyph.PLUG;
    }

    @Override
    public Stage stage() {
        return Stage.NONE;
    }

    @Override
    public Node content() {
        return form;
    }

    @Override
    public void focus() {
        form.focusFirst();
    }

    @Override
    public void closed() {
        // Nothing is held open.
    }

    @Override
    public Optional<TabLink> link() {
        return Optional.empty();
    }
}
