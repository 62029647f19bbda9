package dev.brokerscope.cli.message;

import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.decode.Attempt;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Preview;
import dev.brokerscope.core.decode.TextLine;
import dev.brokerscope.core.decode.TreeText;
import java.util.List;

/// A message as a block: where it stands, its headers, key and value as pretty text, and why it was decoded so.
final class TextPrinter implements MessagePrinter {

    private final Run run;

    TextPrinter(Run run) {
        this.run = run;
    }

    @Override
    public void message(MessageView view, Message message) throws InterruptedException {
        String place = view.channel().text() + "[" + message.partition() + "] " + view.notation(message.position());
        String time = message.timestampType() == TimestampType.NONE ? "" : "  "
                + run.timeText().of(message.timestamp());
        run.out().line(run.paint().as(Paint.Role.HEADING, SafeText.of(place) + time));
        for (Header header : message.headers().list()) {
            run.out().line("  " + SafeText.of(header.nameText()) + ": " + Preview.of(view.header(header)).text());
        }
        part("key", view.key(message));
        part("value", view.value(message));
        run.out().line("");
    }

    private void part(String name, Decoding decoding) {
        String badge = "  " + run.paint().as(Paint.Role.MUTED, name + " (" + decoding.badge().text() + ")");
        if (!(decoding instanceof Decoding.Read read)) {
            run.out().line(badge);
            return;
        }
        List<TextLine> lines = read.root().map(TreeText::lines).orElse(List.of());
        String fault = switch (read.decoded()) {
            case Decoded.Tree _ -> "";
            case Decoded.Malformed m -> " " + m.reason() + " at byte " + m.at();
            case Decoded.Unavailable u -> " " + u.fault().message();
        };
        String what = badge + run.paint().as(Paint.Role.BAD, SafeText.of(fault));
        if (lines.isEmpty()) {
            run.out().line(what + " " + Preview.of(decoding).text());
        } else if (lines.size() == 1) {
            run.out().line(what + " " + lines.getFirst().text());
        } else {
            run.out().line(what);
            lines.forEach(l -> run.out().line("    " + l.text()));
        }
        if (run.common().verbose()) {
            for (Attempt attempt : read.attempts()) {
                run.out().line("    " + run.paint().as(Paint.Role.MUTED, SafeText.of(attempt.sentence())));
            }
        }
    }

    @Override
    public void pause() {
        run.out().flush();
    }
}
