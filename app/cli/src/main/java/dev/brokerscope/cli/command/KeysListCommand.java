package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.keys.KeyedVolumes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "Lists the key slots of an archive; needs no key.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class KeysListCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "The file, or the folder of a set.")
    Path archive = Path.of("");

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        Map<Path, List<KeySlot>> volumes = KeyedVolumes.of(archive).slots();
        if (run.json()) {
            var root = Json.object();
            var list = root.putArray("volumes");
            volumes.forEach((file, slots) -> {
                var node = list.addObject().put("file", file.toString()).put("encrypted", !slots.isEmpty());
                var array = node.putArray("slots");
                slots.forEach(s -> array.addObject().put("slot", s.number()).put("kind", s.kind().text())
                        .put("opens", s.need()).put("label", s.label()));
            });
            run.out().line(Json.pretty(root));
            return ExitCode.DONE;
        }
        Table table = new Table().left("VOLUME").right("SLOT").left("OPENS WITH");
        volumes.forEach((file, slots) -> slots.forEach(s -> table.row(String.valueOf(file.getFileName()),
                String.valueOf(s.number()), SafeText.of(s.need()))));
        if (table.isEmpty()) {
            run.remark(archive + " is not encrypted.");
        } else {
            table.print(run.out(), run.paint(), run.width());
        }
        return ExitCode.DONE;
    }
}
