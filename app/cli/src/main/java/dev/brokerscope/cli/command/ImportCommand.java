package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.option.WriteOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.export.ImportPlan;
import dev.brokerscope.core.slice.Naming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Writes messages of JSON Lines, as read --format jsonl and export make them, "
        + "behind what their channels hold.", footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
final class ImportCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions target = new SourceOptions();

    @Mixin
    WriteOptions write = new WriteOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files of JSON Lines.")
    List<Path> files = new ArrayList<>();

    @Option(names = "--into", paramLabel = "CHANNEL", description = "One channel for all, instead of each line's own.")
    Optional<String> into = Optional.empty();

    @Option(names = "--partitions", paramLabel = "HOW", defaultValue = "keep",
            description = "keep, by-key or one (default: ${DEFAULT-VALUE}).")
    PartitionWord partitions = PartitionWord.KEEP;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Partitioning partitioning = partitions.partitioning();
        ImportPlan plan = new ImportPlan(files, into, Naming.SAME, partitioning, true);
        return new LinesImport(run).run(target.connection(run), write.permit("import of " + files), plan);
    }
}
