package dev.brokerscope.cli.message;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.decode.DecodeAs;
import dev.brokerscope.core.decode.DecodeChoices;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The decoders picked for this run (`--decode value=avro:order.avsc`), else those remembered from *Decode as*.
public record DecodeWords(Map<Side, DecodeAs> picked, Optional<DecodeChoices> remembered) {

    public DecodeWords {
        picked = Map.copyOf(picked);
    }

    /// @throws FaultException of kind `USAGE` for an unknown side or decoder, `NOT_FOUND` for a missing file
    public static DecodeWords parse(Map<String, String> options, Run run) throws FaultException {
        Map<Side, DecodeAs> picked = new EnumMap<>(Side.class);
        for (var option : options.entrySet()) {
            Side side = side(option.getKey());
            DecodeAs as = DecodeAs.parse(option.getValue());
            if (run.engine().decoders().decoder(as.decoder()).isEmpty()) {
                throw new FaultException(FaultKind.USAGE, "decode.unknown",
                        "There is no decoder \"" + as.decoder() + "\".", "List them with: brokerscope decoders");
            }
            if (as.schemaFile().isPresent() && !Files.exists(as.schemaFile().get())) {
                throw new FaultException(FaultKind.NOT_FOUND, "decode.no-file",
                        "The schema file " + as.schemaFile().get() + " does not exist.", "Check the path.");
            }
            picked.put(side, as);
        }
        return new DecodeWords(picked, remembered(run));
    }

    Optional<DecodeAs> find(String connection, ChannelId channel, Side side) {
        return Optional.ofNullable(picked.get(side))
                .or(() -> remembered.flatMap(r -> r.find(connection, channel, side)));
    }

    private static Optional<DecodeChoices> remembered(Run run) {
        try {
            return Optional.of(run.engine().decodeChoices());
        } catch (FaultException e) {
            run.remark("note: " + e.fault().sentence());
            return Optional.empty();
        }
    }

    private static Side side(String word) throws FaultException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "key" -> Side.KEY;
            case "value" -> Side.VALUE;
            case "header" -> Side.HEADER;
            default -> throw new FaultException(FaultKind.USAGE, "decode.side",
                    "--decode takes key, value or header, not \"" + word + "\".",
                    "Write --decode value=avro:order.avsc.");
        };
    }
}
