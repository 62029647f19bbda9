package dev.brokerscope.desktop.ui.frame;

import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.control.Stage;
import java.util.Optional;

/// One thing that is open: a channel with the dot of its connection's stage, or something else with an icon.
///
/// @param id lasting name, equal for the same thing
/// @param tooltip the whole name, where the title is short
public record OpenTab(String id, String title, String tooltip, Stage stage, Optional<Glyph> glyph) {}
