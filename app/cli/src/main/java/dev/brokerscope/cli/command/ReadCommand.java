package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.message.DecodeWords;
import dev.brokerscope.cli.message.Format;
import dev.brokerscope.cli.message.TableColumn;
import dev.brokerscope.cli.option.ChannelOptions;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.query.QuickFilter;
import dev.brokerscope.core.slice.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "read", description = "Shows messages, by time over all partitions. Without a range the newest 100.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ReadCommand implements CliCommand {

    private static final long USUAL = 100;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    ChannelOptions channels = new ChannelOptions();

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "table, text, json, jsonl, raw (values only) or hex (default: table).")
    Optional<Format> format = Optional.empty();

    @Option(names = "--filter", paramLabel = "EXPR",
            description = "Only messages that contain the text, or match the /expression/; key:, value: or headers: "
                    + "before it looks only there; key=KEY means exactly this key, which archives find fast.")
    Optional<String> filter = Optional.empty();

    @Option(names = "--max", paramLabel = "N", description = "Stops after N messages were shown.")
    Optional<Long> max = Optional.empty();

    @Option(names = "--follow", description = "Shows what arrives from now on (or from --from), until interrupted.")
    boolean follow;

    @Option(names = "--reverse", description = "Newest first.")
    boolean reverse;

    @Option(names = "--decode", paramLabel = "SIDE=DECODER",
            description = "value=avro:FILE, key=text:ISO-8859-1, value=hex (default: the likeliest; see decoders).")
    Map<String, String> decode = new LinkedHashMap<>();

    @Option(names = "--fields", paramLabel = "LIST", split = ",",
            description = "Columns of the table: channel, time, partition, offset, key, format, value, size, headers.")
    List<String> fields = new ArrayList<>();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (follow && reverse) {
            throw new FaultException(FaultKind.USAGE, "read.both", "--follow and --reverse exclude each other.",
                    "Give one of them.");
        }
        Optional<QuickFilter> quick = filter.isEmpty() ? Optional.empty()
                : Optional.of(FilterWords.parse(filter.get()).filter());
        DecodeWords words = DecodeWords.parse(decode, run);
        List<TableColumn> chosen = TableColumn.parse(fields);
        try (OpenConnection open = source.open(run)) {
            List<Slice> slices = usual(channels.slices(run, open), run);
            List<TableColumn> columns = chosen.isEmpty() ? TableColumn.usual(slices.size() > 1) : chosen;
            MessageReading reading = new MessageReading(run, open, words, format(run).printer(run, columns), quick,
                    max.orElse(Long.MAX_VALUE));
            ExitCode exit = follow
                    ? reading.follow(slices, source.isolation(), source.consent())
                    : reading.read(slices, source.isolation(), source.consent(), reverse);
            return exit;
        }
    }

    private Format format(Run run) {
        return format.orElse(run.json() ? Format.JSONL : Format.TABLE);
    }

    /// Nobody wants all of a topic by accident.
    private List<Slice> usual(List<Slice> slices, Run run) {
        boolean ranged = channels.rangeGiven() || follow || slices.stream()
                .anyMatch(s -> !new Slice(s.channel(), Optional.empty(), s.from(), s.to(), s.last()).isWhole());
        if (ranged) {
            return slices;
        }
        run.remark("Showing the newest " + USUAL + " messages of each channel; --from oldest shows all.");
        return slices.stream()
                .map(s -> new Slice(s.channel(), s.partitions(), s.from(), s.to(), Optional.of(USUAL)))
                .toList();
    }
}
