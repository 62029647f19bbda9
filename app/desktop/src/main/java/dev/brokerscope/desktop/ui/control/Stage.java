package dev.brokerscope.desktop.ui.control;

import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;

/// How careful one has to be with what is shown. Archives and an unconnected window have [#NONE].
public enum Stage {
    NONE(Tone.PLAIN), DEVELOPMENT(Tone.OK), TEST(Tone.VIOLET), PRODUCTION(Tone.BAD);

    private final Tone tone;

    Stage(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /// The word that always stands where the colour does.
    public String word() {
        return switch (this) {
            case NONE -> Texts.text("stage.none");
            case DEVELOPMENT -> Texts.text("stage.development");
            case TEST -> Texts.text("stage.test");
            case PRODUCTION -> Texts.text("stage.production");
        };
    }

    String styleClass() {
        return switch (this) {
            case NONE -> "stage-none";
            case DEVELOPMENT -> "stage-development";
            case TEST -> "stage-test";
            case PRODUCTION -> "stage-production";
        };
    }

    void applyTo(javafx.scene.Node node) {
        for (Stage other : values()) {
            node.getStyleClass().remove(other.styleClass());
        }
        node.getStyleClass().add(styleClass());
    }
}
