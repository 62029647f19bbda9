package dev.brokerscope.cli.message;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.TimeText;
import dev.brokerscope.core.decode.Glance;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The columns of `read --format table`.
public enum TableColumn {
    CHANNEL(false), TIME(false), PARTITION(true), OFFSET(true), KEY(false), FORMAT(false), VALUE(false), SIZE(true),
    HEADERS(false);

    private static final int MOST_KEY = 40;

    private final boolean right;

    TableColumn(boolean right) {
        this.right = right;
    }

    boolean right() {
        return right;
    }

    public static List<TableColumn> usual(boolean severalChannels) {
        return severalChannels
                ? List.of(CHANNEL, TIME, PARTITION, OFFSET, KEY, FORMAT, VALUE)
                : List.of(TIME, PARTITION, OFFSET, KEY, FORMAT, VALUE);
    }

    /// @throws FaultException of kind `USAGE` for an unknown word
    public static List<TableColumn> parse(List<String> words) throws FaultException {
        List<TableColumn> columns = new ArrayList<>();
        for (String word : words) {
            Optional<TableColumn> column = Arrays.stream(values()).filter(c -> c.word().equals(word.strip()))
                    .findFirst();
            columns.add(column.orElseThrow(() -> new FaultException(FaultKind.USAGE, "fields.unknown",
                    "There is no field \"" + word + "\".", "Known are: "
                            + Arrays.stream(values()).map(TableColumn::word).collect(Collectors.joining(", ")) + ".")));
        }
        return columns;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String cell(MessageView view, Message message, TimeText times) throws InterruptedException {
        return switch (this) {
            case CHANNEL -> view.channel().text();
            case TIME -> message.timestampType() == TimestampType.NONE ? "" : times.of(message.timestamp());
            case PARTITION -> Integer.toString(message.partition());
            case OFFSET -> view.notation(message.position());
            case KEY -> SafeText.cut(view.keyGlance(message).preview().text(), MOST_KEY);
            case FORMAT -> view.valueGlance(message).badge().text();
            case VALUE -> value(view.valueGlance(message));
            case SIZE -> message.valueSize() < 0 ? "" : Amounts.bytes(message.valueSize());
            case HEADERS -> message.headers().list().stream()
                    .map(h -> h.nameText() + "=" + h.value().map(b -> b.isUtf8() ? b.utf8() : "0x" + b.toHex())
                            .orElse("null"))
                    .collect(Collectors.joining(", "));
        };
    }

    private static String value(Glance glance) {
        return glance.preview().text();
    }
}
