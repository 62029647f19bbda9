package dev.brokerscope.desktop.wizard.backup;

import dev.brokerscope.core.backup.BackupPreview;
import dev.brokerscope.desktop.profile.ImpactList;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.Card;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.VBox;

/// What reading does to the broker: nothing, or something the user must agree to, channel by channel.
final class ConsentBox extends VBox {

    private static final int SHOWN = 3;

    ConsentBox(List<BackupPreview.Consequences> consequences, BooleanProperty consented) {
        super(8);
        if (consequences.isEmpty()) {
            getChildren().add(new NoticeBar(Tone.OK, Glyph.SHIELD_CHECK, Texts.text("backup.harmless"), List.of()));
            return;
        }
        consequences.stream().limit(SHOWN).forEach(one -> {
            ImpactList list = new ImpactList(one.impact(), one.caveats());
            list.getStyleClass().add("padded");
            getChildren().add(new Card(Texts.text("backup.impact", one.channel().name()), list));
        });
        if (consequences.size() > SHOWN) {
            String names = String.join(", ", consequences.stream().skip(SHOWN).map(c -> c.channel().name()).toList());
            getChildren().add(Rows.wrapped(Texts.text("backup.impact.others", names), "muted"));
        }
        getChildren().add(ContentsStep.box(Texts.text("backup.consent"), consented));
    }
}
