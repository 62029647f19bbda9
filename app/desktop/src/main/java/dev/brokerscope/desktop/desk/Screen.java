package dev.brokerscope.desktop.desk;

import dev.brokerscope.desktop.preferences.TabLink;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.control.Stage;
import java.util.Optional;
import javafx.scene.Node;

/// A screen in a tab of its own. FX thread only.
public interface Screen {

    /// Unique among the open tabs: showing a second tab of the same id selects the first.
    String id();

    String title();

    Glyph glyph();

    /// Of the connection it shows; `NONE` for archives and jobs.
    Stage stage();

    Node content();

    /// Where the keyboard goes when the tab is selected.
    void focus();

    /// Ends what the tab holds open.
    void closed();

    /// What is remembered so that the tab comes back after a restart; absent where it should not.
    Optional<TabLink> link();
}
