package dev.brokerscope.desktop.ui.detail;

/// Ties a decoded tree and a hex view together: a field and its bytes carry the same blue, both ways, also by
/// keyboard.
public final class LinkedSelection {

    private LinkedSelection() {
    }

    public static void link(DecodedTree tree, HexView hex) {
        tree.selectionProperty().bindBidirectional(hex.selectionProperty());
        hex.setPicker(tree::rangeAt);
        hex.focusedProperty().addListener((_, _, focused) -> tree.setLinked(focused));
    }
}
