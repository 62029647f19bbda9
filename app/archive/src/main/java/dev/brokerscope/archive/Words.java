package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Locale;
import java.util.Optional;

/// How enumerations are written in tables: lower case, with underscores.
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> parse(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (of(value).equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /// @throws FaultException `CORRUPT` where the word means nothing
    static <E extends Enum<E>> E need(Class<E> type, String word) throws FaultException {
        return parse(type, word).orElseThrow(() -> new FaultException(FaultKind.CORRUPT, "archive.damaged",
                "The archive says \"" + word + "\" where only a known " + type.getSimpleName() + " may stand.",
                "Run verify to see what is wrong."));
    }

    static GapReason reason(String word) {
        return parse(GapReason.class, word).orElse(GapReason.UNREADABLE);
    }
}
