package dev.brokerscope.desktop.desk;

import dev.brokerscope.api.channel.ChannelId;
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

    /// Whose data it shows; absent for what belongs to no source.
    default Optional<Source> source() {
        return Optional.empty();
    }

    /// The channel it shows; absent where it shows none.
    default Optional<ChannelId> channel() {
        return Optional.empty();
    }

    /// Where the keyboard goes when the tab is selected.
    void focus();

    /// What a screen may be asked to do by menu, shortcut or palette.
    enum Command {
        FILTER, RUN, STOP, GO_TO, PREVIOUS_MESSAGE, NEXT_MESSAGE, NEXT_PANE, PREVIOUS_PANE, COPY_AS, REFRESH;

        /// As in the id of its action: `go-to`.
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// Does it, where it makes sense here.
    default void perform(Command command) {
        // Most screens know none of these.
    }

    /// Ends what the tab holds open.
    void closed();

    /// What is remembered so that the tab comes back after a restart; absent where it should not.
    Optional<TabLink> link();
}
