package dev.brokerscope.cli.message;

import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.cli.output.Output;
import dev.brokerscope.cli.output.SafeText;
import java.util.Locale;
import java.util.Optional;

/// Keys and values as sixteen bytes a line, with their letters beside.
final class HexPrinter implements MessagePrinter {

    private static final int LINE = 16;

    private final Output out;

    HexPrinter(Output out) {
        this.out = out;
    }

    @Override
    public void message(MessageView view, Message message) {
        out.line(SafeText.of(view.channel().text()) + "[" + message.partition() + "] "
                + view.notation(message.position()));
        dump("key", message.key());
        dump("value", message.value());
        out.line("");
    }

    private void dump(String name, Optional<Bytes> bytes) {
        out.line("  " + name + bytes.map(b -> " (" + b.size() + " bytes)").orElse(" (null)"));
        bytes.ifPresent(b -> {
            for (int at = 0; at < b.size(); at += LINE) {
                out.line("  " + line(b.slice(at, Math.min(b.size(), at + LINE)), at));
            }
        });
    }

    private static String line(Bytes bytes, int at) {
        StringBuilder hex = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < LINE; i++) {
            if (i < bytes.size()) {
                int b = bytes.at(i) & 0xFF;
                hex.append(String.format(Locale.ROOT, "%02x ", b));
                letters.append(b >= 0x20 && b < 0x7F ? (char) b : '.');
            } else {
                hex.append("   ");
            }
            hex.append(i == LINE / 2 - 1 ? " " : "");
        }
        return String.format(Locale.ROOT, "%08x  %s %s", at, hex, letters);
    }

    @Override
    public void pause() {
        out.flush();
    }
}
