package dev.brokerscope.cli.message;

import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.output.Output;

/// The bytes of the values, each followed by a line feed: for pipes.
final class RawPrinter implements MessagePrinter {

    private static final byte[] LINE_FEED = {'\n'};

    private final Output out;

    RawPrinter(Output out) {
        this.out = out;
    }

    @Override
    public void message(MessageView view, Message message) {
        message.value().ifPresent(v -> out.write(v.toArray()));
        out.write(LINE_FEED);
    }

    @Override
    public void pause() {
        out.flush();
    }
}
