package dev.brokerscope.desktop.ui.gallery;

import static dev.brokerscope.desktop.ui.table.RunStyle.ENUM;
import static dev.brokerscope.desktop.ui.table.RunStyle.FAULT;
import static dev.brokerscope.desktop.ui.table.RunStyle.MUTED;
import static dev.brokerscope.desktop.ui.table.RunStyle.NAME;
import static dev.brokerscope.desktop.ui.table.RunStyle.NOTE;
import static dev.brokerscope.desktop.ui.table.RunStyle.NUMBER;
import static dev.brokerscope.desktop.ui.table.RunStyle.SIGN;
import static dev.brokerscope.desktop.ui.table.RunStyle.STRING;
import static dev.brokerscope.desktop.ui.table.RunStyle.TAG;
import static dev.brokerscope.desktop.ui.table.RunStyle.WARNING;

import dev.brokerscope.desktop.ui.table.RowSource;
import dev.brokerscope.desktop.ui.table.Run;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// Messages made from their number, so that a result of any length costs nothing and every row can be checked.
public record SampleRows(long size) implements RowSource<SampleRows.Message> {

    public enum Kind {
        AVRO, JSON, XML, TOMBSTONE, EMPTY, BROKEN, BINARY, NO_SCHEMA, GAP
    }

    public record Message(long number, Kind kind, int partition, String offset, String time, String key, String size,
            List<Run> value) {}

    @Override
    public void fetch(long from, int count, Consumer<List<Message>> answer) {
        Thread.ofVirtual().start(() -> answer.accept(
                LongStream.range(from, Math.min(size, from + count)).mapToObj(SampleRows::message).toList()));
    }

    public static Message message(long n) {
        Kind kind = kind(n);
        String time = String.format(Locale.ROOT, "09:42:%02d.%03d", n / 4 % 60, n * 37 % 1000);
        String key = n % 17 == 5 ? "null" : kind == Kind.BINARY ? "0x7f001ca4" : "PAY-" + (90388 + n % 600);
        String size = kind == Kind.TOMBSTONE ? "null" : kind == Kind.EMPTY ? "0" : String.valueOf(96 + n * 7 % 40);
        return new Message(n, kind, (int) (n * 5 % 12), String.valueOf(1204000 + n), time, key, size, value(n, kind));
    }

    private static Kind kind(long n) {
        return switch ((int) (n % 23)) {
            case 3 -> Kind.TOMBSTONE;
            case 4 -> Kind.JSON;
            case 7 -> Kind.EMPTY;
            case 8 -> Kind.BROKEN;
            case 10 -> Kind.GAP;
            case 12 -> Kind.BINARY;
            case 15 -> Kind.XML;
            case 17 -> Kind.NO_SCHEMA;
            default -> Kind.AVRO;
        };
    }

    private static List<Run> value(long n, Kind kind) {
        String state = List.of("PENDING", "AUTHORISED", "DECLINED", "REFUNDED").get((int) (n % 4));
        return switch (kind) {
            case AVRO -> List.of(Run.of("status", NAME), Run.of(": ", SIGN), Run.of(state, ENUM),
                    Run.of(" amount", NAME), Run.of(": ", SIGN), Run.of(n * 31 % 2000 + ".95", NUMBER),
                    Run.of(" currency", NAME), Run.of(": ", SIGN), Run.of("EUR", ENUM));
            case JSON -> List.of(Run.of("status", NAME), Run.of(": ", SIGN), Run.of("\"" + state + "\"", STRING),
                    Run.of(" amount", NAME), Run.of(": ", SIGN), Run.of("17.5", NUMBER));
            case XML -> List.of(Run.of("<payment", NAME), Run.of(" status", NAME), Run.of("=", SIGN),
                    Run.of("\"PENDING\"", STRING), Run.of(" id", NAME), Run.of("=", SIGN), Run.of("\"pay_1\"", STRING));
            case TOMBSTONE -> List.of(Run.of("null", TAG), Run.of("deletes the key", NOTE));
            case EMPTY -> List.of(Run.of("0 bytes", TAG), Run.of("value is present and empty", NOTE));
            case BROKEN -> List.of(Run.of("ends at byte 118, inside a string", FAULT), Run.of(" · ", NOTE),
                    Run.of("{\"paymentId\": \"pay_8f", MUTED));
            case BINARY -> List.of(Run.of("c8 4f 00 1a 7e 91 d3 55 0b 62 e9 10", MUTED));
            case NO_SCHEMA -> List.of(Run.of("schema 58 not in the registry", WARNING), Run.of(" · ", NOTE),
                    Run.of("00 00 00 00 3a", MUTED));
            case GAP -> List.of();
        };
    }
}
