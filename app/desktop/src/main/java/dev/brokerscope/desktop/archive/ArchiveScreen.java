package dev.brokerscope.desktop.archive;

import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.control.Stage;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/// The tab of an archive: what it holds, how whole it is, where it came from.
public final class ArchiveScreen implements Screen {

    private final Source source;
    private final ArchiveModel model;
    private final ArchiveView view;

    public ArchiveScreen(Desk desk, Source source, OpenConnection open) {
        this.source = source;
        this.model = new ArchiveModel(open.archive().orElseThrow(), desk.work(), desk.ui());
        this.view = new ArchiveView(desk, source, model);
        model.load();
    }

    @Override
    public String id() {
        return "archive:" + file();
    }

    @Override
    public String title() {
        return source.name();
    }

    @Override
    public Glyph glyph() {
        return Glyph.ARCHIVE;
    }

    @Override
    public Stage stage() {
        return Stage.NONE;
    }

    @Override
    public Node content() {
        return view;
    }

    @Override
    public Optional<Source> source() {
        return Optional.of(source);
    }

    @Override
    public void focus() {
        view.requestFocus();
    }

    @Override
    public void perform(Command command) {
        if (command == Command.REFRESH) {
            model.load();
        }
    }

    @Override
    public void closed() {
        view.closed();
    }

    @Override
    public Optional<TabLink> link() {
        return Optional.of(new TabLink(file(), true, "", ""));
    }

    private String file() {
        return source.archive().map(Path::toString).orElse(source.name());
    }
}
