package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.restore.DryRun;
import dev.brokerscope.core.restore.Fidelity;
import dev.brokerscope.core.restore.RestoreReport;

/// A restore that was only thought through, for people.
record DryRunText(Run run) {

    void print(DryRun played) {
        heading("Restore of " + played.plan().archive().getFileName() + " into " + played.target()
                + played.plan().clusterId().map(c -> " (cluster " + c + ")").orElse(""));
        Table channels = new Table().left("FROM").left("TO").left("").right("PARTITIONS").right("MESSAGES")
                .right("SIZE");
        for (DryRun.Channel c : played.channels()) {
            channels.row(c.from().text(), c.to().text(), c.exists() ? "exists" : "is created",
                    Integer.toString(c.partitions()), Amounts.number(c.messages()), Amounts.bytes(c.bytes()));
        }
        channels.print(run.out(), run.paint(), 0);
        for (RestoreReport.Group group : played.groups()) {
            run.out().line(SafeText.of("group " + group.name() + (group.set() ? " would be set: " : " cannot be set: ")
                    + (String.join(", ", group.positions()) + " " + group.problem()).strip()));
        }
        preflight(played);
        run.out().line("");
        heading("What the target keeps");
        for (Fidelity.Line line : played.fidelity().lines()) {
            run.out().line("  " + SafeText.padded(Json.word(line.keep()), 10) + SafeText.of(line.part())
                    + (line.detail().isEmpty() ? "" : ": " + SafeText.of(line.detail())));
        }
    }

    private void preflight(DryRun played) {
        run.out().line("");
        heading("Preflight");
        for (Finding finding : played.preflight().findings()) {
            Paint.Role role = switch (finding.severity()) {
                case PASSED -> Paint.Role.GOOD;
                case NOTE -> Paint.Role.MUTED;
                case WARNING -> Paint.Role.WARNING;
                case BLOCKS -> Paint.Role.BAD;
            };
            run.out().line("  " + run.paint().as(role, SafeText.padded(Json.word(finding.severity()), 10))
                    + SafeText.of(
                            (finding.channel().text() + ": " + finding.message() + " " + finding.remedy()).strip()));
            finding.setting().ifPresent(s -> run.out().line("            --fix " + finding.code() + " sets "
                    + SafeText.of(s.name() + "=" + s.value())));
        }
    }

    private void heading(String text) {
        run.out().line(run.paint().as(Paint.Role.HEADING, SafeText.of(text)));
    }
}
