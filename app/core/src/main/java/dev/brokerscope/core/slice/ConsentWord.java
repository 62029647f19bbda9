package dev.brokerscope.core.slice;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /// @throws FaultException `REFUSED` where reading the channel would do something that nobody agreed to
    public static void demand(ChannelDetails channel, Set<Impact> consent) throws FaultException {
        List<Impact> missing = channel.profile().impact().stream()
                .filter(i -> i.needsConsent() && !consent.contains(i)).sorted().toList();
        if (!missing.isEmpty()) {
            String words = Stream.concat(consent.stream(), missing.stream()).sorted().map(ConsentWord::of)
                    .collect(Collectors.joining(","));
            String does = missing.stream().map(ConsentWord::does).collect(Collectors.joining("; "));
            throw new FaultException(FaultKind.REFUSED, "impact.not-accepted",
                    "Reading " + channel.id() + " would change something on the broker: " + does + "."
                            + inItsOwnWords(channel),
                    "Accept that with --consent " + words + ".");
        }
    }

    /// What the broker says of this very channel.
    private static String inItsOwnWords(ChannelDetails channel) {
        return channel.profile().caveats().stream().filter(c -> c.code().equals("impact")).map(c -> " " + c.text())
                .findFirst().orElse("");
    }

    private static String does(Impact impact) {
        return switch (impact) {
            case TRANSIENT_CONSUMER -> "a consumer comes and goes";
            case MAY_CREATE_CHANNEL -> "it may create the channel";
            case HIDES_MESSAGES -> "messages are hidden from other consumers while they are read";
            case MARKS_REDELIVERED -> "messages come back marked as redelivered";
            case COUNTS_DELIVERIES -> "the delivery count of messages goes up";
            case MAY_DROP_MESSAGES -> "messages may be dropped";
            case REORDERS -> "messages may come back in another order";
            case CONSUMES -> "messages that are read are gone from the broker";
            case JOINS_GROUP -> "a consumer group is joined";
        };
    }
}
