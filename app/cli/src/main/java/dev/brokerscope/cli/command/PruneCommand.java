package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.cli.option.NewArchiveOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.rework.Prune;
import dev.brokerscope.core.rework.PrunePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "prune", description = {"Writes an archive anew without old messages, or without those of a key.",
    "What is taken out is nowhere in the new file; gaps with the reason \"erased\" say where it was, and the run is marked. "
            + "Messages of other keys that mention the key in their value or headers are kept and counted; the old archive "
            + "is left for you to delete."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class PruneCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    NewArchiveOptions made = new NewArchiveOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Option(names = "--before", paramLabel = "TIME",
            description = "Messages with an earlier time: 2026-11-01, now-90d, 1795340527318ms.")
    Optional<String> before = Optional.empty();

    @Option(names = "--erase-key", paramLabel = "KEY",
            description = "Messages with this key: a text, hex:… or base64:…; repeatable.")
    List<String> keys = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The archive to make; never overwritten.")
    Path out = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        OptionalLong time = OptionalLong.empty();
        if (before.isPresent()) {
            time = OptionalLong.of(run.times().parse(before.get()).orElseThrow(() -> new FaultException(
                    FaultKind.USAGE, "prune.time", "\"" + before.get() + "\" is no time.",
                    "Write 2026-11-01T00:00Z, now-90d, today or 1795340527318ms.")));
        }
        List<Bytes> erased = new ArrayList<>();
        for (String key : keys) {
            erased.add(key(key));
        }
        PrunePlan plan = new PrunePlan(archive, out.toAbsolutePath().normalize(), time, erased);
        Prune prune = new Prune(made.tools(run));
        return ReworkRun.of(run, out, "Prune of " + archive, job -> prune.run(plan, job));
    }

    private static Bytes key(String text) throws FaultException {
        try {
            if (text.startsWith("hex:")) {
                return Bytes.hex(text.substring(4));
            }
            return text.startsWith("base64:")
                    ? Bytes.wrap(Base64.getDecoder().decode(text.substring(7)))
                    : Bytes.utf8(text);
        } catch (IllegalArgumentException e) {
            throw new FaultException(FaultKind.USAGE, "prune.key", "A key is not written as it says.",
                    "Behind hex: stand pairs of hexadecimal digits, behind base64: its characters.", e);
        }
    }
}
