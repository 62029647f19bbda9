package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.KeyOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.verify.ArchiveCheck;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "verify", description = "Checks whether an archive is whole. Exit code 4 where it is not.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class VerifyCommand implements CliCommand {

    private static final int TOLD = 20;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--quick", description = "Only the manifest: seal, root hash, arithmetic.")
    boolean quick;

    @Option(names = "--full", description = "Every bit of the file (what is done unless said).")
    boolean full;

    @Option(names = "--deep",
            description = "Every message is unpacked and hashed anew: finds forgeries too. Of an encrypted archive it needs the key.")
    boolean deep;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        if (Stream.of(quick, full, deep).filter(b -> b).count() > 1) {
            throw new FaultException(FaultKind.USAGE, "verify.levels", "--quick, --full and --deep exclude each other.",
                    "Give one of them.");
        }
        Verification.Level level = deep ? Verification.Level.DEEP
                : quick ? Verification.Level.QUICK : Verification.Level.FULL;
        keys.unlock(run);
        ArchiveCheck checked = new JobRunner(run).await(ArchiveCheck.request(archive, level),
                ArchiveCheck.body(archive, run.engine().archiveKeys().keys(archive), level));
        print(checked, run);
        return ExitCode.of(checked.outcome());
    }

    private static void print(ArchiveCheck checked, Run run) {
        if (run.json()) {
            run.out().line(Json.pretty(checked.json()));
            return;
        }
        run.out().line(checked.summary());
        var problems = checked.verification().problems();
        checked.verification().remarks().forEach(r -> run.out().line("  " + SafeText.of(r)));
        problems.stream().limit(TOLD).forEach(p -> run.out().line("  " + p.code() + ": " + SafeText.of(p.message())));
        if (problems.size() > TOLD) {
            run.out().line("  … and " + (problems.size() - TOLD) + " more; --json lists all.");
        }
    }
}
