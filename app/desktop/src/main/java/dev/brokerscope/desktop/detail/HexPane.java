package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.desktop.ui.Rows;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.detail.ByteRange;
import dev.brokerscope.desktop.ui.detail.ByteView;
import dev.brokerscope.desktop.ui.detail.HexView;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// The bytes, with a head that says which field is lit and what its bytes mean.
final class HexPane extends BorderPane {

    private static final int SHOWN_BYTES = 8;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private final HexView hex;
    private final Label size = Rows.label("", "mono-small", "muted");
    private final Label field = Rows.label("", "mono-small", "tone-accent");
    private final Label where = Rows.label("", "mono-small", "muted");
    private Bytes bytes = Bytes.EMPTY;

    /// @param fieldName the name of the selected field
    HexPane(HexView hex, Supplier<Optional<String>> fieldName) {
        this.hex = hex;
        var head = Rows.row(8, Rows.label(Texts.text("detail.hex"), "muted"), size, Rows.spring(), field, where);
        head.getStyleClass().add("hex-head");
        where.setMinWidth(0);
        setTop(head);
        setCenter(hex);
        hex.selectionProperty().subscribe(range -> {
            field.setText(range.isEmpty() ? "" : fieldName.get().orElse(""));
            where.setText(range.isEmpty() ? "" : words(range));
        });
    }

    void show(Bytes newBytes) {
        bytes = newBytes;
        size.setText(Amounts.of(bytes.size(), "byte"));
        hex.setBytes(new ByteView() {
            @Override
            public int size() {
                return newBytes.size();
            }

            @Override
            public byte at(int index) {
                return newBytes.at(index);
            }
        });
    }

    private String words(ByteRange range) {
        if (range.to() > bytes.size()) {
            return "";
        }
        String places = range.length() == 1
                ? Texts.text("detail.hex.byte", place(range.from()))
                : Texts.text("detail.hex.bytes", place(range.from()), place(range.to() - 1));
        int from = Math.min(range.to(), range.from() + range.lead());
        String lead = range.lead() == 0 ? "" : Texts.text("detail.hex.lead", of(range.from(), from));
        return from == range.to() ? places + lead
                : places + lead + Texts.text("detail.hex.value", of(from, range.to()));
    }

    private String of(int from, int to) {
        int shown = Math.min(to, from + SHOWN_BYTES);
        return SPACED.formatHex(bytes.slice(from, shown).toArray()) + (shown < to ? " …" : "");
    }

    private static String place(int index) {
        return "0x" + String.format("%02x", index);
    }
}
