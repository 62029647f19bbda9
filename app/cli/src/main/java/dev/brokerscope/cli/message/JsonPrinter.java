package dev.brokerscope.cli.message;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.output.Output;
import dev.brokerscope.core.export.DecodedJson;
import dev.brokerscope.core.export.MessageJsonWriter;
import java.io.IOException;
import java.util.Optional;

/// The lossless form, which `import` and `restore` take back: JSON Lines, or one array.
final class JsonPrinter implements MessagePrinter {

    private final Output out;
    private final boolean lines;
    private Optional<MessageView> current = Optional.empty();
    private Optional<MessageJsonWriter> writer = Optional.empty();
    private boolean begun;

    JsonPrinter(Output out, boolean lines) {
        this.out = out;
        this.lines = lines;
    }

    @Override
    public void message(MessageView view, Message message) throws InterruptedException {
        print(writer(view).line(view.channel(), message));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public boolean gap(MessageView view, CursorEvent.Gap gap) {
        print(writer(view).line(view.channel(), gap));
        return true;
    }

    private void print(String json) {
        if (lines) {
            out.line(json);
        } else {
            out.text((begun ? ",\n" : "[\n") + json);
            begun = true;
        }
    }

    private MessageJsonWriter writer(MessageView view) {
        if (writer.isEmpty() || !current.equals(Optional.of(view))) {
            current = Optional.of(view);
            writer = Optional.of(new MessageJsonWriter(view::notation, view.attributes(),
                    (json, message) -> decoded(view, json, message)));
        }
        return writer.get();
    }

    private static void decoded(MessageView view, JsonGenerator json, Message message) throws IOException {
        try {
            new DecodedJson(json).write(view.key(message), view.value(message));
        } catch (InterruptedException e) {
            // told by message(), which the generator's lambda cannot
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void pause() {
        out.flush();
    }

    @Override
    public void end() {
        if (!lines) {
            out.line(begun ? "\n]" : "[]");
        }
    }
}
