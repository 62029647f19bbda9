package dev.brokerscope.desktop.shell;

import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.control.Stage;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;

record PlainScreen(Source from, String title) implements Screen {
    public String id() { return title; }

    public Glyph glyph() { return Glyph.LAYERS; }

    public Stage stage() { return from.stage(); }

    public Node content() { return new Label(title); }

    public void focus() {}

    public void closed() {}

    public Optional<TabLink> link() { return Optional.empty(); }
}
