package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.option.KeyOptions;
import dev.brokerscope.cli.option.NewKeyOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyedVolumes;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rotate", description = "Replaces the key slots of an archive by new ones, in one step.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class KeysRotateCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Mixin
    NewKeyOptions added = new NewKeyOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--slot", paramLabel = "N", split = ",",
            description = "Only these slots go (default: all of them).")
    Set<Long> slots = new LinkedHashSet<>();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        KeyedVolumes volumes = KeyedVolumes.of(archive);
        keys.unlock(run);
        volumes.rotate(run.engine().archiveKeys().keys(archive), slots, added.locks(run), added.label())
                .forEach((file, fresh) -> fresh.forEach(s -> run.out().line("Slot " + s.number() + " of "
                        + file.getFileName() + " opens with " + s.need() + ".")));
        run.remark("Copies of the archive made before still open with the old keys.");
        return ExitCode.DONE;
    }
}
