package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.TestStep;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.core.connection.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "Tries a connection step by step: address, TLS, sign-in, cluster, registry.",
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ConnectionsTestCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A saved one; else as -c or --broker say.")
    Optional<String> name = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Connection connection = name.isPresent()
                ? run.engine().connections().get(name.get())
                : source.connection(run);
        List<TestStep> steps = new ArrayList<>();
        run.engine().connector().test(connection, step -> {
            steps.add(step);
            if (!run.json()) {
                print(step, run);
            }
        });
        Optional<Fault> failed = steps.stream().flatMap(s -> s.fault().stream()).findFirst();
        if (run.json()) {
            json(steps, run);
        }
        if (failed.isPresent()) {
            throw new FaultException(failed.get());
        }
        return ExitCode.DONE;
    }

    private static void print(TestStep step, Run run) {
        String mark = step.passed()
                ? run.paint().as(Paint.Role.GOOD, "ok    ")
                : run.paint().as(Paint.Role.BAD, "failed");
        run.out().line(mark + "  " + SafeText.of(step.name()) + "  (" + step.took().toMillis() + " ms)"
                + (step.detail().isEmpty() ? "" : "  " + SafeText.of(step.detail())));
        run.out().flush();
    }

    private static void json(List<TestStep> steps, Run run) {
        var root = Json.object();
        root.put("passed", steps.stream().allMatch(TestStep::passed));
        var list = root.putArray("steps");
        for (TestStep step : steps) {
            list.addObject().put("step", step.name()).put("passed", step.passed()).put("tookMillis",
                    step.took().toMillis()).put("detail", step.detail())
                    .put("message", step.fault().map(Fault::message).orElse(null));
        }
        run.out().line(Json.pretty(root));
    }
}
