package dev.brokerscope.desktop.job;

import dev.brokerscope.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;

/// Running and past jobs under their headings; arrow keys choose.
final class JobList extends ListView<JobList.Item> {

    private final JobsModel model;
    private boolean filling;

    /// A heading, or a job.
    sealed interface Item {
        record Heading(String words) implements Item {}

        record Line(JobEntry entry) implements Item {}
    }

    JobList(JobsModel model, ReadOnlyProperty<ZoneId> zone) {
        this.model = model;
        getStyleClass().add("job-list");
        setAccessibleText(Texts.text("jobs.title"));
        setCellFactory(_ -> new JobCell(zone::getValue));
        model.running().addListener((ListChangeListener<JobEntry>) _ -> fill());
        model.past().addListener((ListChangeListener<JobEntry>) _ -> fill());
        model.selectedProperty().subscribe(_ -> mark());
        getSelectionModel().selectedItemProperty().subscribe((_, item) -> chosen(item));
        fill();
    }

    /// Percentages and states of what runs.
    void refreshFigures() {
        if (!model.running().isEmpty()) {
            refresh();
        }
    }

    private void chosen(Item item) {
        if (filling) {
            return;
        }
        if (item instanceof Item.Line(JobEntry entry)) {
            model.select(entry.id());
        }
    }

    private void fill() {
        List<Item> items = new ArrayList<>();
        if (!model.running().isEmpty()) {
            items.add(new Item.Heading(Texts.text("jobs.running")));
            model.running().forEach(entry -> items.add(new Item.Line(entry)));
        }
        if (!model.past().isEmpty()) {
            items.add(new Item.Heading(Texts.text("jobs.past")));
            model.past().forEach(entry -> items.add(new Item.Line(entry)));
        }
        filling = true;
        getItems().setAll(items);
        filling = false;
        mark();
    }

    private void mark() {
        filling = true;
        Optional<Item> item = model.selectedProperty().get().flatMap(chosen -> getItems().stream()
                .filter(i -> i instanceof Item.Line(JobEntry entry) && entry.id().equals(chosen.id())).findFirst());
        item.ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
        filling = false;
    }
}
