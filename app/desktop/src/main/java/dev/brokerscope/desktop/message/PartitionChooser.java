package dev.brokerscope.desktop.message;

import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.desktop.ui.CountText;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.control.Buttons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The list behind the partitions button, with what each of them holds.
final class PartitionChooser extends VBox {

    private static final double MOST_HEIGHT = 320;

    private final Map<Integer, CheckBox> boxes = new LinkedHashMap<>();
    private final Consumer<Optional<Set<Integer>>> apply;

    /// @param apply takes the chosen ones; absent for all
    PartitionChooser(List<PartitionInfo> partitions, Consumer<Optional<Set<Integer>>> apply) {
        super(8);
        this.apply = apply;
        VBox list = new VBox(4);
        for (PartitionInfo partition : partitions) {
            CheckBox box = new CheckBox(String.valueOf(partition.number()));
            box.getStyleClass().add("mono");
            box.setSelected(true);
            boxes.put(partition.number(), box);
            list.getChildren().add(Rows.row(8, PartitionTick.of(partition.number()), box, Rows.spring(),
                    Rows.label(CountText.full(partition.count()), "mono-small", "muted")));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        getChildren().addAll(
                Rows.row(8, Rows.label(Texts.text("message.partitions"), "strong"), Rows.spring(),
                        Buttons.link(Texts.text("message.partitions.check-all"), () -> check(true)),
                        Buttons.link(Texts.text("message.partitions.check-none"), () -> check(false))),
                scroll, Rows.row(8, Rows.spring(),
                        Buttons.primary(Texts.text("message.run"), Glyph.PLAY, this::done)));
        setPrefWidth(260);
    }

    void show(Optional<Set<Integer>> chosen) {
        boxes.forEach((number, box) -> box.setSelected(chosen.map(c -> c.contains(number)).orElse(true)));
    }

    private void check(boolean all) {
        boxes.values().forEach(box -> box.setSelected(all));
    }

    private void done() {
        Set<Integer> chosen = new TreeSet<>();
        boxes.forEach((number, box) -> {
            if (box.isSelected()) {
                chosen.add(number);
            }
        });
        apply.accept(chosen.size() == boxes.size() ? Optional.empty() : Optional.of(chosen));
    }
}
