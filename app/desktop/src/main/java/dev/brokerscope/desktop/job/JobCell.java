package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.ui.Icon;
import dev.brokerscope.desktop.ui.Rows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line of the list of jobs: state, title, what it does, and how far or when.
final class JobCell extends ListCell<JobList.Item> {

    private static final double ICON = 15;

    private final Supplier<ZoneId> zone;

    JobCell(Supplier<ZoneId> zone) {
        this.zone = zone;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(JobList.@Nullable Item item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(null);
        getStyleClass().remove("heading");
        setMouseTransparent(false);
        if (empty || item == null) {
            return;
        }
        switch (item) {
            case JobList.Item.Heading(String words) -> {
                getStyleClass().add("heading");
                setMouseTransparent(true);
                setText(words);
            }
            case JobList.Item.Line(JobEntry entry) -> setGraphic(line(entry));
        }
    }

    private HBox line(JobEntry entry) {
        JobWords.Mark mark = JobWords.mark(entry);
        Label figure = Rows.label(figure(entry), "small", "muted");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = Rows.column(1, Rows.label(entry.request().title()),
                Rows.label(entry.request().subtitle(), "small", "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAccessibleText(entry.request().title() + ", " + mark.word());
        return Rows.row(8, Icon.of(mark.glyph(), ICON, mark.tone()), words, figure);
    }

    private String figure(JobEntry entry) {
        return switch (entry) {
            case JobEntry.Running(var job) -> job.progress().view().fraction().stream()
                    .mapToObj(f -> (int) (f * 100) + " %").findFirst().orElse("");
            case JobEntry.Past past -> JobWords.brief(past.at(), Instant.now(), zone.get());
        };
    }
}
