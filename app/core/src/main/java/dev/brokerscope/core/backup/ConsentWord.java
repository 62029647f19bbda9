package dev.brokerscope.core.backup;

import dev.brokerscope.api.channel.Impact;
import java.util.Arrays;
import java.util.Optional;

/// The words of `--consent` for what reading may do to a broker.
public final class ConsentWord {

    private ConsentWord() {}

    public static String of(Impact impact) {
        return switch (impact) {
            case TRANSIENT_CONSUMER -> "transient-consumer";
            case MAY_CREATE_CHANNEL -> "may-create";
            case HIDES_MESSAGES -> "hides";
            case MARKS_REDELIVERED -> "redelivers";
            case COUNTS_DELIVERIES -> "counts-deliveries";
            case MAY_DROP_MESSAGES -> "may-drop";
            case REORDERS -> "reorders";
            case CONSUMES -> "consumes";
            case JOINS_GROUP -> "joins-group";
        };
    }

    /// The reverse; empty where the word is none of them.
    public static Optional<Impact> parse(String word) {
        return Arrays.stream(Impact.values()).filter(i -> of(i).equals(word.strip())).findFirst();
    }
}
