package dev.brokerscope.desktop.ui.palette;

import java.util.Optional;

/// A line of the palette: a heading, or an entry that was found.
record PaletteLine(String heading, Optional<PaletteSearch.Hit> hit) {

    static PaletteLine heading(String group) {
        return new PaletteLine(group, Optional.empty());
    }

    static PaletteLine of(PaletteSearch.Hit hit) {
        return new PaletteLine("", Optional.of(hit));
    }
}
