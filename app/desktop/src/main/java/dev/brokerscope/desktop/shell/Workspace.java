package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Screen;
import dev.brokerscope.desktop.desk.Screens;
import dev.brokerscope.desktop.desk.Source;
import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.control.Stage;
import dev.brokerscope.desktop.ui.control.Toasts;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import dev.brokerscope.desktop.ui.frame.OpenTab;
import dev.brokerscope.desktop.ui.frame.OpenTabs;
import dev.brokerscope.desktop.unlock.UnlockDialog;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The open screens in their tabs, and the ways to new ones.
final class Workspace extends StackPane implements Screens {

    private final Map<String, Screen> open = new LinkedHashMap<>();
    private final OpenTabs tabs = new OpenTabs(this::closed);
    private final ReadOnlyObjectWrapper<Optional<Screen>> front = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ModalHost modals;
    private final Toasts toasts;
    private final Supplier<Desk> desk;
    private final ScreenMaker maker;
    private final Node welcome;
    private Consumer<Source> reveal = source -> {
    };

    /// @param desk asked when a screen is made: it knows this workspace
    /// @param welcome what stands where nothing is open
    Workspace(ModalHost modals, Toasts toasts, Supplier<Desk> desk, ScreenMaker maker, Node welcome) {
        this.modals = modals;
        this.toasts = toasts;
        this.desk = desk;
        this.maker = maker;
        this.welcome = welcome;
        setMinSize(0, 0);
        getChildren().add(welcome);
        tabs.selectedProperty().subscribe(this::selected);
    }

    OpenTabs tabs() {
        return tabs;
    }

    /// The screen one sees.
    ReadOnlyObjectProperty<Optional<Screen>> frontProperty() {
        return front.getReadOnlyProperty();
    }

    private void selected(Optional<OpenTab> tab) {
        Optional<Screen> screen = tab.map(OpenTab::id).map(open::get);
        front.set(screen);
        getChildren().setAll(screen.map(Screen::content).orElse(welcome));
    }

    private void closed(OpenTab tab) {
        Optional.ofNullable(open.remove(tab.id())).ifPresent(Screen::closed);
    }

    void closeFront() {
        front.get().ifPresent(screen -> tabs.close(screen.id()));
    }

    /// Ends everything, for a window that closes.
    void closeAll() {
        open.values().forEach(Screen::closed);
        open.clear();
    }

    /// What is remembered of the tabs, in their order.
    List<TabLink> links() {
        return tabs.tabs().stream().map(tab -> open.get(tab.id())).flatMap(s -> s.link().stream()).toList();
    }

    int frontIndex() {
        return front.get().map(screen -> tabs.tabs().stream().map(OpenTab::id).toList().indexOf(screen.id())).orElse(0);
    }

    @Override
    public ModalHost modals() {
        return modals;
    }

    @Override
    public Optional<Screen> front() {
        return front.get();
    }

    @Override
    public void show(Screen screen) {
        if (open.containsKey(screen.id())) {
            screen.closed();
            tabs.select(screen.id());
            return;
        }
        open.put(screen.id(), screen);
        Optional<Glyph> glyph = screen.stage() == Stage.NONE ? Optional.of(screen.glyph()) : Optional.empty();
        String whole = Stream.concat(screen.source().map(Source::name).stream(), Stream.of(screen.title())).distinct()
                .collect(Collectors.joining(" · "));
        tabs.open(new OpenTab(screen.id(), screen.title(), whole, screen.stage(), glyph));
        screen.focus();
    }

    @Override
    public void openChannel(Source source, ChannelId channel) {
        unlocked(source, connection -> show(maker.channel(desk.get(), source, connection, channel)), () -> {
        });
    }

    @Override
    public void reveal(Source source) {
        reveal.accept(source);
    }

    /// Who unfolds sources: the tree, which is made later.
    void revealWith(Consumer<Source> tree) {
        reveal = tree;
    }

    @Override
    public void openArchive(Path archive) {
        Source source = desk.get().sources().archive(archive);
        unlocked(source, connection -> show(maker.archive(desk.get(), source, connection)),
                () -> source.whenOpen(locked -> show(maker.archive(desk.get(), source, locked))));
    }

    /// Asks for the key of an encrypted archive first.
    ///
    /// @param otherwise where it is to be looked at without its messages
    private void unlocked(Source source, Consumer<OpenConnection> then, Runnable otherwise) {
        source.whenOpen(open -> {
            Optional<Archive> archive = open.archive().filter(Archive::locked);
            if (archive.isEmpty()) {
                then.accept(open);
                return;
            }
            ask(source, archive.get(), then, otherwise);
        });
    }

    private void ask(Source source, Archive archive, Consumer<OpenConnection> then, Runnable otherwise) {
        UnlockDialog.show(desk.get(), source.archive().orElse(archive.file()), archive.keySlots(),
                new UnlockDialog.Answer() {
                    @Override
                    public void unlocked() {
                        open.values().stream().filter(s -> s.source().equals(Optional.of(source))).map(Screen::id)
                                .toList().forEach(tabs::close);
                        source.close();
                        source.whenOpen(then);
                    }

                    @Override
                    public void withoutMessages() {
                        otherwise.run();
                    }
                });
    }

    @Override
    public void editConnection(Optional<Connection> connection) {
        Desk now = desk.get();
        now.work().execute(() -> {
            List<BrokerPlugin> plugins = now.engine().plugins().brokers();
            now.ui().execute(() -> show(maker.connectionForm(now, plugins, connection, this::closeFront)));
        });
    }

    @Override
    public void backUp(Source source, List<ChannelId> channels) {
        maker.backupWizard(desk.get(), source, channels);
    }

    @Override
    public void restore(Optional<Path> archive) {
        maker.restoreWizard(desk.get(), archive);
    }

    @Override
    public void showJobs() {
        show(maker.jobs(desk.get()));
    }

    @Override
    public void tell(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies) {
        toasts.show(tone, glyph, sentence, remedies);
    }

    @Override
    public void tell(Fault fault) {
        toasts.keep(Tone.BAD, Glyph.CIRCLE_X, fault.sentence(), List.of());
    }
}
