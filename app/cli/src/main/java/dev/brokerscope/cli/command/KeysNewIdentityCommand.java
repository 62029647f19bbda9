package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.IdentityFile;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "new-identity",
        description = "Makes an identity: a file to keep secret, and the recipient that archives "
                + "are encrypted for.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
final class KeysNewIdentityCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "The file to make; never overwritten, readable by its owner only.")
    Path file = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        try (Identity identity = IdentityFile.create(file, Instant.now())) {
            String recipient = identity.recipient().text();
            if (run.json()) {
                run.out().line(Json.pretty(Json.object().put("identity", file.toString()).put("recipient", recipient)));
            } else {
                run.out().line(recipient);
                run.remark("Keep " + file + " safe and secret: without it nothing encrypted for this recipient opens.");
            }
            return ExitCode.DONE;
        }
    }
}
