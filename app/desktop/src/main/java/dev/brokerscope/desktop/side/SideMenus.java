package dev.brokerscope.desktop.side;

import javafx.scene.control.ContextMenu;

/// The menu behind each line of the tree, made when it is opened.
public interface SideMenus {

    /// Without items where there is nothing to do.
    ContextMenu of(SideLine line);
}
