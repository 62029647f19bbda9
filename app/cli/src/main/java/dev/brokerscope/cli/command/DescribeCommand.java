package dev.brokerscope.cli.command;

import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.ChannelPick;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.FactText;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.slice.ConsentWord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "describe", description = "Shows a channel: partitions, settings with their origin, groups, and what "
        + "reading it does.", footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
final class DescribeCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Parameters(paramLabel = "CHANNEL", description = "Its name.")
    String channel = "";

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        try (OpenConnection open = source.open(run)) {
            ChannelPick pick = new ChannelPick(open.session(), open.connection().name());
            ChannelDetails details = open.session().describe(pick.one(channel));
            if (run.json()) {
                run.out().line(Json.pretty(Json.details(details, open.session()::notation)));
            } else {
                print(details, open, run);
            }
            return ExitCode.DONE;
        }
    }

    private static void print(ChannelDetails details, OpenConnection open, Run run) {
        FactText facts = new FactText(run.common().zone());
        heading(run, details.id().kind() + " " + details.id().text());
        run.out().line("messages: " + Amounts.count(details.count()));
        String asked = details.profile().impact().stream().filter(Impact::needsConsent).sorted().map(ConsentWord::of)
                .collect(Collectors.joining(","));
        run.out().line("reading:  " + (asked.isEmpty() ? "changes nothing on the broker" : "needs --consent " + asked));
        details.profile().caveats().forEach(c -> run.out().line("note:     " + SafeText.of(c.text())));
        partitions(details, open, facts, run);
        details.sections().forEach(s -> section(s, "", facts, run));
    }

    private static void partitions(ChannelDetails details, OpenConnection open, FactText facts, Run run) {
        List<String> labels = details.partitions().stream().flatMap(p -> p.facts().stream()).map(Item::label).distinct()
                .toList();
        Table table = new Table().right("PARTITION").right("FIRST").right("END").right("MESSAGES");
        labels.forEach(l -> table.left(l.toUpperCase(java.util.Locale.ROOT)));
        for (PartitionInfo p : details.partitions()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(p.number()),
                    p.first().map(open.session()::notation).orElse("?"),
                    p.end().map(open.session()::notation).orElse("?"), Amounts.count(p.count())));
            for (String label : labels) {
                cells.add(p.facts().stream().filter(i -> i.label().equals(label)).map(facts::of).findFirst()
                        .orElse(""));
            }
            table.row(cells);
        }
        run.out().line("");
        table.print(run.out(), run.paint(), 0);
    }

    private static void section(Section section, String indent, FactText facts, Run run) {
        run.out().line("");
        heading(run, indent + SafeText.of(section.title()));
        Table table = new Table().left(indent + "NAME").left("VALUE").left("ORIGIN");
        for (Item item : section.items()) {
            table.row(indent + (item.origin() == SettingOrigin.STATE ? item.label() : item.key()), facts.of(item),
                    item.origin() == SettingOrigin.STATE ? "" : Json.word(item.origin()));
        }
        if (!table.isEmpty()) {
            table.print(run.out(), run.paint(), 0);
        }
        section.children().forEach(c -> section(c, indent + "  ", facts, run));
    }

    private static void heading(Run run, String text) {
        run.out().line(run.paint().as(Paint.Role.HEADING, text));
    }
}
