package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.schema.RegistryForm;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "settings", description = "Lists what --set takes for a kind of broker; registry: what --registry-set "
        + "takes.", footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n")
final class ConnectionsSettingsCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "KIND", description = "The broker's kind: see plugins.")
    String kind = "";

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException {
        SettingsSchema schema = kind.equals("registry")
                ? RegistryForm.SCHEMA
                : run.engine().connector().known(kind).settings();
        if (run.json()) {
            json(schema, run);
            return ExitCode.DONE;
        }
        Table table = new Table().left("KEY").left("VALUE").left("DEFAULT").left("MEANING").left("ONLY WHERE");
        for (Field field : schema.fields()) {
            table.row(key(field), type(field.type()) + (field.required() ? ", needed" : ""), field.defaultValue(),
                    field.label() + (field.help().isEmpty() ? "" : ": " + field.help()), when(field));
        }
        table.print(run.out(), run.paint(), 0);
        return ExitCode.DONE;
    }

    private static String key(Field field) {
        return field.type() instanceof FieldType.Table ? field.key() + ".NAME" : field.key();
    }

    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.Text t -> "text";
            case FieldType.Secret s -> "secret (@env:, @file:, @keyring:, @ask)";
            case FieldType.Whole w -> "number" + (w.unit().isEmpty() ? "" : " of " + w.unit());
            case FieldType.Flag f -> "true or false";
            case FieldType.Choice c -> c.options().stream().map(FieldType.Option::value)
                    .collect(Collectors.joining(" | "));
            case FieldType.Hosts h -> "host:port, …";
            case FieldType.FilePath p -> "file";
            case FieldType.Span s -> "duration";
            case FieldType.Table t -> "any";
        };
    }

    private static String when(Field field) {
        return field.when().stream()
                .map(w -> w.key() + " is " + String.join(" or ", w.anyOf().stream().sorted().toList()))
                .collect(Collectors.joining(" and "));
    }

    private static void json(SettingsSchema schema, Run run) {
        var root = Json.object();
        var list = root.putArray("settings");
        for (Field field : schema.fields()) {
            list.addObject().put("key", key(field)).put("label", field.label()).put("help", field.help())
                    .put("type", type(field.type())).put("required", field.required())
                    .put("default", field.defaultValue()).put("onlyWhere", when(field));
        }
        run.out().line(Json.pretty(root));
    }
}
