package dev.brokerscope.desktop.ui.control;

import java.util.OptionalDouble;

/// Where the sizes of panes are remembered, in pixels, by the name of the kind of screen and pane.
public interface PanePositions {

    OptionalDouble size(String pane);

    void remember(String pane, double pixels);

    /// Forgets a size, so that the pane has its usual one again.
    void forget(String pane);
}
