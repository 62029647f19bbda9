package dev.brokerscope.desktop.detail;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.TreeJson;
import dev.brokerscope.core.decode.TreeText;
import dev.brokerscope.core.export.MessageJsonWriter;
import dev.brokerscope.core.slice.Bound;
import dev.brokerscope.core.slice.CommandText;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.desktop.message.ChannelReading;
import dev.brokerscope.desktop.ui.Texts;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The forms in which a message can be put on the clipboard. Decoding may wait, so call it away from the JavaFX thread.
enum CopyForm {

    VALUE, VALUE_JSON, VALUE_HEX, VALUE_BASE64, KEY, MESSAGE, POSITION, COMMAND;

    String words() {
        return Texts.text("detail.copy." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// Absent where there is no such thing: a tombstone has no value.
    Optional<String> of(Message message, ChannelReading reading, PayloadState value) throws InterruptedException {
        ChannelId channel = reading.channel();
        return switch (this) {
            case VALUE -> value(value).or(() -> message.value().map(Bytes::utf8));
            case VALUE_JSON -> value instanceof PayloadState.Shown(_, _, Decoding.Read read, _)
                    ? read.root().map(TreeJson::of)
                    : Optional.empty();
            case VALUE_HEX -> message.value().map(Bytes::toHex);
            case VALUE_BASE64 -> message.value().map(v -> Base64.getEncoder().encodeToString(v.toArray()));
            case KEY -> message.key().map(k -> k.isUtf8() ? k.utf8() : "0x" + k.toHex());
            case MESSAGE -> Optional.of(new MessageJsonWriter(reading.session()::notation,
                    reading.details().attributes(), MessageJsonWriter.DecodedField.NONE).line(channel, message));
            case POSITION -> Optional.of(channel.text() + "[" + message.partition() + "]@"
                    + reading.session().notation(message.position()));
            case COMMAND -> Optional.of(command(message, reading));
        };
    }

    private static Optional<String> value(PayloadState value) {
        return value instanceof PayloadState.Shown(_, _, Decoding.Read read, _)
                ? read.root().map(TreeText::of)
                : Optional.empty();
    }

    private static String command(Message message, ChannelReading reading) {
        Slice slice = Slice.whole(reading.channel()).only(Set.of(message.partition())).between(
                new Bound.At(reading.session().notation(message.position())),
                new Bound.At(reading.session().notation(message.position().next())));
        return new CommandText("read", slice.text(), "-c", reading.place()).text();
    }
}
