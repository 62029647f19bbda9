package dev.brokerscope.desktop.archive;

import dev.brokerscope.archive.CoverageMap;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What the bars below run along: as many times as there is room for, or the ends of each partition.
final class CoverageAxis extends Region {

    private static final double ROOM = 92;
    private static final int MOST = 9;
    private static final long DAY = 86_400_000;

    private final Optional<CoverageMap.Times> times;
    private final ZoneId zone;
    private boolean byTime;
    private int shown;

    CoverageAxis(Optional<CoverageMap.Times> times, ZoneId zone) {
        this.times = times;
        this.zone = zone;
        setMinWidth(80);
        setPrefHeight(16);
        widthProperty().subscribe(_ -> fill());
    }

    void byTime(boolean whether) {
        byTime = whether;
        shown = 0;
        fill();
    }

    private void fill() {
        int count = byTime ? Math.clamp((long) (getWidth() / ROOM), 2, most()) : 2;
        if (count != shown) {
            shown = count;
            getChildren().setAll(words(count).stream().map(w -> Rows.label(w, "small", "muted")).toList());
            requestLayout();
        }
    }

    /// No day twice where only days are told.
    private int most() {
        long width = times.map(t -> t.to() - t.from()).orElse(0L);
        return width > 4 * DAY ? Math.clamp(width / DAY, 2, MOST) : MOST;
    }

    private List<String> words(int count) {
        if (!byTime || times.isEmpty()) {
            return List.of(Texts.text("archive.axis.first"), Texts.text("archive.axis.next"));
        }
        CoverageMap.Times span = times.get();
        long width = span.to() - span.from();
        String pattern =
                width > 4 * DAY ? "d MMM" : width > DAY ? "d MMM HH:mm" : width > DAY / 100 ? "HH:mm" : "HH:mm:ss";
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(format.format(Instant.ofEpochMilli(span.from() + width / (count - 1) * i)));
        }
        return words;
    }

    @Override
    protected void layoutChildren() {
        int last = getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            Label label = (Label) getChildren().get(i);
            double width = label.prefWidth(-1);
            double at = Math.clamp(getWidth() * i / Math.max(1, last) - width / 2, 0, Math.max(0, getWidth() - width));
            label.resizeRelocate(at, 0, width, getHeight());
        }
    }
}
