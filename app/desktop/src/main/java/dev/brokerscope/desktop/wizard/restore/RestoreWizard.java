package dev.brokerscope.desktop.wizard.restore;

import dev.brokerscope.desktop.desk.Desk;
import java.nio.file.Path;
import java.util.Optional;

/// The wizard that puts an archive back.
public final class RestoreWizard {

    private RestoreWizard() {
    }

    /// @param archive chosen beforehand; absent for a choice
    public static void show(Desk desk, Optional<Path> archive) {
        throw new UnsupportedOperationException("not there yet");
    }
}
