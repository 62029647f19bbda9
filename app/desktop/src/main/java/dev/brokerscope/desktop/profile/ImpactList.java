package dev.brokerscope.desktop.profile;

import dev.brokerscope.api.channel.ChannelProfile.Caveat;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Tone;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The consequences of reading a channel, a line each; what the broker says of this very channel below.
public final class ImpactList extends VBox {

    public ImpactList(Set<Impact> impacts, List<Caveat> caveats) {
        super(8);
        impacts.stream().sorted().forEach(impact -> getChildren().add(line(ImpactWords.glyph(impact),
                ImpactWords.mayLose(Set.of(impact)) ? Tone.BAD : Tone.WARN, ImpactWords.of(impact))));
        caveats.forEach(caveat -> getChildren().add(line(Glyph.INFO, Tone.PLAIN, caveat.text())));
    }

    static Node line(Glyph glyph, Tone tone, String words) {
        Label sentence = Rows.wrapped(words);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(10, Icon.of(glyph, 15, tone), sentence);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
