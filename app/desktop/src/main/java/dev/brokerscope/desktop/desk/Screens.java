package dev.brokerscope.desktop.desk;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Remedy;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The ways from one screen to another, so that no screen knows the others. FX thread only; none of them blocks.
public interface Screens {

    /// Where dialogs are shown.
    ModalHost modals();

    /// The screen one sees; absent where nothing is open.
    Optional<Screen> front();

    /// Shows the screen in a tab, or the open one of the same id.
    void show(Screen screen);

    void openChannel(Source source, ChannelId channel);

    /// Unfolds the source in the tree, and connects it.
    void reveal(Source source);

    /// Opens an archive and shows its overview.
    void openArchive(Path archive);

    /// The form for a new connection, or for this one.
    void editConnection(Optional<Connection> connection);

    /// The backup wizard over these channels of the source; none for a choice.
    void backUp(Source source, List<ChannelId> channels);

    /// The restore wizard; with a choice of archive where none is given.
    void restore(Optional<Path> archive);

    void showJobs();

    /// A notice that goes away by itself.
    void tell(Tone tone, Glyph glyph, String sentence, List<Remedy> remedies);

    /// A notice of a fault that stays until it is closed.
    void tell(Fault fault);
}
