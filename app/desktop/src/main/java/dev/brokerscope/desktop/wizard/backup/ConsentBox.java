package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.VBox;

/// What reading does to the broker: nothing, or something the user must agree to.
final class ConsentBox extends VBox {

    ConsentBox(Set<Impact> impact, BooleanProperty consented) {
        super(8);
        if (impact.isEmpty()) {
            getChildren().add(new NoticeBar(Tone.OK, Glyph.SHIELD_CHECK, Texts.text("backup.harmless"), List.of()));
            return;
        }
        String does = impact.stream().sorted().map(ConsentBox::words).collect(Collectors.joining(" "));
        getChildren().addAll(
                new NoticeBar(Tone.WARN, Glyph.TRIANGLE_ALERT, Texts.text("backup.impact") + " " + does, List.of()),
                ContentsStep.box(Texts.text("backup.consent"), consented));
    }

    static String words(Impact impact) {
        return switch (impact) {
            case TRANSIENT_CONSUMER -> Texts.text("impact.transient-consumer");
            case MAY_CREATE_CHANNEL -> Texts.text("impact.may-create");
            case HIDES_MESSAGES -> Texts.text("impact.hides");
            case MARKS_REDELIVERED -> Texts.text("impact.redelivers");
            case COUNTS_DELIVERIES -> Texts.text("impact.counts-deliveries");
            case MAY_DROP_MESSAGES -> Texts.text("impact.may-drop");
            case REORDERS -> Texts.text("impact.reorders");
            case CONSUMES -> Texts.text("impact.consumes");
            case JOINS_GROUP -> Texts.text("impact.joins-group");
        };
    }
}
