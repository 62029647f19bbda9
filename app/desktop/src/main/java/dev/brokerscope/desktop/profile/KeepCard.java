package dev.brokerscope.desktop.profile;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Card;
import java.util.Arrays;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What a restore into such a channel keeps of a message, in two columns. What its broker does not know is left out.
public final class KeepCard extends VBox {

    private static final double PARTS = 170;
    private static final double KEEPS = 150;

    public KeepCard(ChannelProfile profile) {
        super(new Card(Texts.text("profile.keeps"), grid(profile)));
    }

    private static GridPane grid(ChannelProfile profile) {
        List<MessagePart> parts = Arrays.stream(MessagePart.values())
                .filter(part -> profile.keeps(part) != Keep.ABSENT).toList();
        GridPane grid = new GridPane(12, 6);
        grid.getStyleClass().add("padded");
        grid.getColumnConstraints().addAll(new ColumnConstraints(PARTS), new ColumnConstraints(KEEPS),
                new ColumnConstraints(PARTS), new ColumnConstraints(KEEPS));
        int half = (parts.size() + 1) / 2;
        for (int i = 0; i < parts.size(); i++) {
            grid.add(Rows.label(Texts.text("part." + parts.get(i).name()), "muted"), i / half * 2, i % half);
            grid.add(KeepWords.label(profile.keeps(parts.get(i))), i / half * 2 + 1, i % half);
        }
        return grid;
    }
}
