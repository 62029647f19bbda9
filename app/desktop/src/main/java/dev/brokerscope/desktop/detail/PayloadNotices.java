package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import dev.brokerscope.desktop.ui.control.FaultCard;
import dev.brokerscope.desktop.ui.control.NoticeBar;
import dev.brokerscope.desktop.ui.control.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What is to be said about a payload above it: broken, not to be had, only partly decoded, notes of the decoder.
final class PayloadNotices {

    private PayloadNotices() {}

    /// @param jump shows a byte
    static List<Node> of(PayloadState.Shown shown, PayloadModel model, IntConsumer jump) {
        List<Node> notices = new ArrayList<>();
        if (shown.isPartly()) {
            notices.add(bar(Tone.PLAIN, Glyph.SCISSORS,
                    Texts.text("detail.partly", Amounts.bytes(shown.decodedBytes()),
                            Amounts.bytes(shown.bytes().size())),
                    new Remedy(Texts.text("detail.decode-all"), model::decodeAll)));
        }
        if (shown.decoding() instanceof Decoding.Read read) {
            switch (read.decoded()) {
                case Decoded.Tree tree -> tree.notes()
                        .forEach(note -> notices.add(bar(Tone.PLAIN, Glyph.INFO, sentence(note))));
                case Decoded.Malformed broken -> notices.add(bar(Tone.BAD, Glyph.CIRCLE_ALERT,
                        Texts.text(broken.partial().isPresent() ? "detail.broken.partly" : "detail.broken",
                                read.chosen().name(), broken.reason(), String.valueOf(broken.at())),
                        new Remedy(Texts.text("detail.broken.jump", String.valueOf(broken.at())),
                                () -> jump.accept(broken.at()))));
                case Decoded.Unavailable missing -> notices.add(unavailable(missing, model));
            }
        }
        return notices;
    }

    private static Node unavailable(Decoded.Unavailable missing, PayloadModel model) {
        FaultCard card = new FaultCard(missing.fault().message(), missing.fault().remedy(),
                missing.fault().details().orElse(""),
                List.of(new Remedy(Texts.text("message.again"), model::retry))).passing();
        StackPane padded = new StackPane(card);
        padded.getStyleClass().add("padded");
        padded.setMinHeight(Region.USE_PREF_SIZE);
        return padded;
    }

    private static NoticeBar bar(Tone tone, Glyph glyph, String words, Remedy... remedies) {
        NoticeBar bar = new NoticeBar(tone, glyph, words, List.of(remedies));
        bar.getStyleClass().add("bar");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    private static String sentence(String note) {
        return Character.toUpperCase(note.charAt(0)) + note.substring(1) + (note.endsWith(".") ? "" : ".");
    }
}
