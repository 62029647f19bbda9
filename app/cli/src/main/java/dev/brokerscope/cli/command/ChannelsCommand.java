package dev.brokerscope.cli.command;

import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.ChannelPick;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.Amounts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "channels", description = "Lists the channels of a broker or an archive.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ChannelsCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Parameters(paramLabel = "PATTERN", arity = "0..1", description = "A name, or a glob in quotes.")
    Optional<String> pattern = Optional.empty();

    @Option(names = "--internal", description = "The broker's own channels too.")
    boolean internal;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        try (OpenConnection open = source.open(run)) {
            List<ChannelNode> channels = new ChannelPick(open.session(), open.connection().name())
                    .all(internal, true).stream()
                    .filter(n -> pattern.isEmpty() || ChannelPick.glob(pattern.get()).test(n))
                    .toList();
            if (run.json()) {
                var root = Json.object();
                var list = root.putArray("channels");
                channels.forEach(c -> list.add(Json.channel(c)));
                run.out().line(Json.pretty(root));
                return ExitCode.DONE;
            }
            Table table = new Table().left("CHANNEL").left("KIND").right("MESSAGES").left("");
            for (ChannelNode c : channels) {
                table.row(c.id().text(), c.id().kind(), Amounts.count(c.count()),
                        String.join(", ", c.traits().stream().sorted().toList()));
            }
            if (table.isEmpty()) {
                run.remark(pattern.isPresent() ? "No channel matches." : "There are no channels.");
            } else {
                table.print(run.out(), run.paint(), run.width());
            }
            return ExitCode.DONE;
        }
    }
}
