package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Buttons;
import dev.brokerscope.desktop.ui.dialog.DialogCard;
import dev.brokerscope.desktop.ui.dialog.ModalHost;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// Asks before a channel is read whose reading changes something on the broker.
final class ConsentDialog {

    private static final double WIDTH = 520;

    private ConsentDialog() {}

    static void show(ModalHost host, String channel, Set<Impact> impacts, Consumer<Set<Impact>> agreed) {
        VBox body = new VBox(10);
        impacts.stream().sorted().forEach(impact -> body.getChildren().add(Rows.row(10,
                Icon.of(Glyph.TRIANGLE_ALERT, 15, Tone.WARN),
                Rows.wrapped(Texts.text("message.impact." + impact.name())))));
        DialogCard card =
                new DialogCard(host, Glyph.TRIANGLE_ALERT, Texts.text("message.consent", channel), body, WIDTH);
        card.addButton(Buttons.plain(Texts.text("message.consent.no"), host::close));
        card.addButton(Buttons.primary(Texts.text("message.consent.yes"), Glyph.PLAY, () -> {
            host.close();
            agreed.accept(impacts);
        }));
        host.show(card, ModalHost.Place.CENTRE, () -> {});
    }
}
