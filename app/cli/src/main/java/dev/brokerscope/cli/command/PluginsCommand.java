package dev.brokerscope.cli.command;

import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.plugin.PluginEntry;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "plugins", description = "Lists the plugins, also those that could not be loaded, and why.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class PluginsCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) {
        List<PluginEntry> entries = run.engine().plugins().entries();
        if (run.json()) {
            json(entries, run);
            return ExitCode.DONE;
        }
        Table table = new Table().left("PLUGIN").left("KIND").left("NAME").left("VERSION").left("TRIED WITH")
                .left("FOLDER");
        for (PluginEntry entry : entries) {
            if (entry instanceof PluginEntry.Loaded loaded) {
                loaded.brokers().forEach(b -> table.row(b.descriptor().id(), "broker", b.descriptor().name(),
                        b.descriptor().version(), b.descriptor().testedWith(), entry.folder().toString()));
                loaded.decoders().forEach(d -> table.row(d.id(), "decoder", d.name(), d.version(), "",
                        entry.folder().toString()));
            }
        }
        table.print(run.out(), run.paint(), 0);
        for (PluginEntry entry : entries) {
            if (entry instanceof PluginEntry.Broken broken) {
                run.out().line("broken: " + SafeText.of(broken.fault().sentence()));
                if (run.common().verbose()) {
                    broken.fault().details().ifPresent(d -> run.out().line("  details: " + SafeText.of(d)));
                }
            }
        }
        run.remark("More plugins go into " + run.engine().places().plugins() + ", a folder for each.");
        return ExitCode.DONE;
    }

    private static void json(List<PluginEntry> entries, Run run) {
        var root = Json.object();
        var list = root.putArray("plugins");
        for (PluginEntry entry : entries) {
            var node = list.addObject().put("folder", entry.folder().toString());
            switch (entry) {
                case PluginEntry.Loaded loaded -> {
                    node.put("state", "loaded");
                    var brokers = node.putArray("brokers");
                    loaded.brokers().forEach(b -> brokers.addObject().put("broker", b.descriptor().id()).put("name",
                            b.descriptor().name()).put("version", b.descriptor().version()).put("clientLibrary",
                                    b.descriptor().clientLibrary())
                            .put("testedWith", b.descriptor().testedWith()));
                    var decoders = node.putArray("decoders");
                    loaded.decoders().forEach(d -> decoders.addObject().put("plugin", d.id()).put("name", d.name())
                            .put("version", d.version()));
                }
                case PluginEntry.Broken broken -> node.put("state", "broken").put("code", broken.fault().code())
                        .put("message", broken.fault().message()).put("remedy", broken.fault().remedy());
            }
        }
        run.out().line(Json.pretty(root));
    }
}
