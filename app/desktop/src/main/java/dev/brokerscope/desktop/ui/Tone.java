package dev.brokerscope.desktop.ui;

/// The meanings a colour may have here; colour never stands alone, a word or an icon says the same.
public enum Tone {
    /// no meaning
    PLAIN(""),
    /// selection, focus, primary action, Avro
    ACCENT("tone-accent"),
    /// verified, equal, kept exactly, development
    OK("tone-ok"),
    /// look before you go on
    WARN("tone-warn"),
    /// production, blocked, lost, destructive
    BAD("tone-bad"),
    /// test stage, XML, transaction markers
    VIOLET("tone-violet"),
    /// JSON, compacted
    TEAL("tone-teal");

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    /// The class of the style sheets, empty for [#PLAIN].
    public String styleClass() {
        return styleClass;
    }

    /// Gives a node this tone and takes any other from it.
    public void applyTo(javafx.scene.Node node) {
        for (Tone other : values()) {
            node.getStyleClass().remove(other.styleClass);
        }
        if (this != PLAIN) {
            node.getStyleClass().add(styleClass);
        }
    }
}
