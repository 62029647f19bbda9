package dev.brokerscope.cli.command;

import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "decoders", description = "Lists the decoders, as --decode takes them.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class DecodersCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) {
        List<Decoder> decoders = run.engine().decoders().decoders();
        if (run.json()) {
            var root = Json.object();
            var list = root.putArray("decoders");
            decoders.forEach(d -> list.addObject().put("decoder", d.id()).put("name", d.name()).put("takesSchema",
                    d.takesSchema()));
            run.out().line(Json.pretty(root));
        } else {
            Table table = new Table().left("DECODER").left("NAME").left("");
            decoders.forEach(d -> table.row(d.id(), d.name(), d.takesSchema() ? "takes a schema file" : ""));
            table.print(run.out(), run.paint(), run.width());
        }
        return ExitCode.DONE;
    }
}
