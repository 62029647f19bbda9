package dev.brokerscope.desktop.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What only the surrounding desktop can do. Behind an interface, because a window without a desktop (tests) has
/// neither file dialogs nor a browser. FX thread only; the file dialogs return when they are closed.
public interface DesktopServices {

    /// Kinds of files to offer, such as `new FileKind("Archives", List.of("*.msgdb"))`.
    record FileKind(String name, List<String> patterns) {}

    Optional<Path> chooseFile(String title, List<FileKind> kinds);

    /// A file to write; the dialog of the system asks before one is replaced.
    Optional<Path> chooseNewFile(String title, String suggestedName, List<FileKind> kinds);

    Optional<Path> chooseFolder(String title);

    void openInBrowser(URI address);
}
