package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.ManPages;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "man", hidden = true, description = "Writes a manual page for each command into a folder.")
final class ManCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FOLDER", description = "Where the pages go; it is made if need be.")
    Path folder = Path.of("man1");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> page : new ManPages(spec.root(), Version.current()).pages().entrySet()) {
                Files.writeString(folder.resolve(page.getKey()), page.getValue());
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "man.not-writable",
                    "The manual pages cannot be written to " + folder + ".",
                    "Check its permissions, or name another folder.", e);
        }
    }
}
