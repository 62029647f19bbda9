package dev.brokerscope.desktop.preferences;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.brokerscope.desktop.ui.ThemeChoice;
import dev.brokerscope.desktop.ui.control.PanePositions;
import dev.brokerscope.desktop.ui.table.ColumnState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the window remembers: read once, written when the window closes. A file that cannot be read is set aside, so
/// that nothing is lost and the program starts. FX thread only.
public final class Preferences implements PanePositions {

    private static final System.Logger LOG = System.getLogger(Preferences.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final Map<String, Double> panes;
    private final Map<String, List<ColumnState>> columns;
    private ThemeChoice theme;
    private ZoneId zone;
    private boolean sideBar;
    private Optional<WindowPlace> window;
    private List<TabLink> tabs;
    private int selected;
    private List<String> archives;
    private List<String> expanded;

    private Preferences(Path file, Remembered remembered) {
        this.file = file;
        panes = new HashMap<>(remembered.panes());
        columns = new HashMap<>(remembered.columns());
        theme = remembered.theme();
        zone = zoneOf(remembered.zone());
        sideBar = remembered.sideBar();
        window = remembered.window();
        tabs = remembered.tabs();
        selected = remembered.selected();
        archives = remembered.archives();
        expanded = remembered.expanded();
    }

    /// @param folder of the configuration; need not exist yet
    public static Preferences load(Path folder) {
        Path file = folder.resolve("desktop.json");
        return new Preferences(file, read(file));
    }

    private static Remembered read(Path file) {
        if (!Files.exists(file)) {
            return Remembered.NOTHING;
        }
        try {
            ObjectNode all = MAPPER.valueToTree(Remembered.NOTHING);
            return MAPPER.treeToValue(all.setAll(MAPPER.readValue(file.toFile(), ObjectNode.class)), Remembered.class);
        } catch (JacksonException e) {
            setAside(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what the window remembered cannot be read", e);
        }
        return Remembered.NOTHING;
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling("desktop.json.unreadable"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "an unreadable file cannot be set aside", e);
        }
    }

    /// Writes everything, whole or not at all.
    public void save() {
        Remembered all = new Remembered(Remembered.VERSION, theme, zone.getId(), sideBar, window, panes, columns, tabs,
                selected, archives, expanded);
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling("desktop.json.next");
            MAPPER.writeValue(next.toFile(), all);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what the window remembers cannot be written", e);
        }
    }

    private static ZoneId zoneOf(String id) {
        try {
            return id.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneId.of("UTC");
        }
    }

    public ThemeChoice theme() {
        return theme;
    }

    public void theme(ThemeChoice choice) {
        theme = choice;
    }

    /// The zone that times are shown in.
    public ZoneId zone() {
        return zone;
    }

    public void zone(ZoneId chosen) {
        zone = chosen;
    }

    public boolean sideBar() {
        return sideBar;
    }

    public void sideBar(boolean shown) {
        sideBar = shown;
    }

    public Optional<WindowPlace> window() {
        return window;
    }

    public void window(WindowPlace place) {
        window = Optional.of(place);
    }

    /// In the order they stood.
    public List<TabLink> tabs() {
        return tabs;
    }

    public int selectedTab() {
        return selected;
    }

    public void tabs(List<TabLink> open, int inFront) {
        tabs = List.copyOf(open);
        selected = inFront;
    }

    /// Paths of the archives in the tree.
    public List<String> archives() {
        return archives;
    }

    public void archives(List<String> open) {
        archives = List.copyOf(open);
    }

    /// What was unfolded in the tree.
    public List<String> expanded() {
        return expanded;
    }

    public void expanded(List<String> unfolded) {
        expanded = List.copyOf(unfolded);
    }

    /// How a kind of table was left; empty where it never was touched.
    public List<ColumnState> columns(String table) {
        return columns.getOrDefault(table, List.of());
    }

    public void columns(String table, List<ColumnState> states) {
        columns.put(table, List.copyOf(states));
    }

    @Override
    public OptionalDouble size(String pane) {
        Double size = panes.get(pane);
        return size == null ? OptionalDouble.empty() : OptionalDouble.of(size);
    }

    @Override
    public void remember(String pane, double pixels) {
        panes.put(pane, pixels);
    }

    @Override
    public void forget(String pane) {
        panes.remove(pane);
    }
}
