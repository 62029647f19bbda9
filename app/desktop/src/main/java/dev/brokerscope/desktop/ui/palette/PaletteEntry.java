package dev.brokerscope.desktop.ui.palette;

import dev.brokerscope.desktop.ui.Glyph;
import java.util.List;
import java.util.Locale;

/// Something the palette can find: an action, a channel, an archive, a job.
///
/// @param group the heading it stands under
/// @param hint what more there is to say, in grey; for a disabled entry why it cannot be run
/// @param keys its shortcut, such as *Ctrl K*; may be empty
/// @param sought the title in lower case, kept so that typing does not make it again for each entry
/// @param run called on the JavaFX thread after the palette has closed
public record PaletteEntry(String group, String title, String hint, Glyph glyph, String keys, boolean enabled,
        String sought, Runnable run) {

    public static PaletteEntry of(String group, String title, String hint, Glyph glyph, Runnable run) {
        return new PaletteEntry(group, title, hint, glyph, "", true, title.toLowerCase(Locale.ROOT), run);
    }

    public PaletteEntry withKeys(String shortcut) {
        return new PaletteEntry(group, title, hint, glyph, shortcut, enabled, sought, run);
    }

    /// Shown, but not to be run.
    public PaletteEntry disabled(String why) {
        return new PaletteEntry(group, title, why, glyph, keys, false, sought, run);
    }

    /// The groups of some entries in the order they first appear.
    static List<String> groups(List<PaletteEntry> entries) {
        return entries.stream().map(PaletteEntry::group).distinct().toList();
    }
}
