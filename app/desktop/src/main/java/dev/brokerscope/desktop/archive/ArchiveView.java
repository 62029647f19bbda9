package dev.brokerscope.desktop.archive;

import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.desk.Source;
import javafx.scene.layout.StackPane;

/// The overview of an archive.
final class ArchiveView extends StackPane {

    ArchiveView(Desk desk, Source source, ArchiveModel model) {
        getStyleClass().add("area");
        setMinSize(0, 0);
    }

    void closed() {
    }
}
