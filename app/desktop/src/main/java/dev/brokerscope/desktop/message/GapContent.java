package dev.brokerscope.desktop.message;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/// What lies over a gap row: which positions, why, and how to see what is hidden.
final class GapContent {

    private GapContent() {}

    static Node of(MessageRow row, MessagesModel model) {
        return switch (row) {
            case MessageRow.Data _ -> new HBox();
            case MessageRow.Gap gap -> of(gap, model);
        };
    }

    private static Node of(MessageRow.Gap gap, MessagesModel model) {
        String range = gap.first().equals(gap.last()) ? gap.first() : gap.first() + " – " + gap.last();
        HBox row = Rows.row(6, Rows.label(range, "mono"), Rows.label(title(gap.reason()), "strong"),
                Rows.label(explanation(gap), "muted"));
        if (hiddenByIsolation(gap.reason()) && model.choiceProperty().get().isolation() == Isolation.COMMITTED) {
            row.getChildren().add(Buttons.link(Texts.text("message.gap.show"),
                    () -> model.run(model.choiceProperty().get().isolated(Isolation.ALL))));
        }
        return row;
    }

    static String title(GapReason reason) {
        return Texts.text("message.gap." + reason.text());
    }

    static String explanation(MessageRow.Gap gap) {
        String why = Texts.text("message.gap." + gap.reason().text() + ".why");
        return gap.measured() ? why : Texts.text("message.gap.inferred", why);
    }

    private static boolean hiddenByIsolation(GapReason reason) {
        return switch (reason) {
            case TRANSACTIONAL, SPARSE, ABORTED -> true;
            case RETENTION, COMPACTED, FILTERED, TRUNCATED, UNREADABLE, ERASED -> false;
        };
    }
}
