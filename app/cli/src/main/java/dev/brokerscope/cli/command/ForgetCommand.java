package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.cli.output.Paint;
import dev.brokerscope.cli.output.SafeText;
import dev.brokerscope.cli.output.Table;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.forget.ForgetPolicy;
import dev.brokerscope.core.forget.ForgetPolicy.Bucket;
import dev.brokerscope.core.forget.ForgetReport;
import dev.brokerscope.core.forget.Forgetting;
import dev.brokerscope.core.forget.Keep;
import dev.brokerscope.core.forget.Snapshot;
import dev.brokerscope.core.forget.Span;
import dev.brokerscope.core.job.Amounts;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "forget", description = {
    "Deletes the archives of a folder that a policy does not keep, as restic does.",
    "An archive is a file, or a set: the volumes with one set id, in the folder or in a folder directly below it. Archives of "
            + "the same cluster with the same channels and fidelity replace each other; each such group is thinned on its "
            + "own. Going from the newest to the oldest, each rule keeps the newest of each of its periods; while it has "
            + "counts left it keeps the oldest of all too. Damaged, unfinished, locked and foreign files are neither "
            + "counted nor deleted; damage is exit code 4."},
        footerHeading = "%nExamples:%n", optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class ForgetCommand implements CliCommand {

    private static final int CHANNELS_NAMED = 4;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "FOLDER", description = "A folder of whole archives.")
    Path folder = Path.of("");

    @Option(names = "--keep-last", paramLabel = "N", description = "Keeps the newest N; every N may be unlimited.")
    String last = "0";

    @Option(names = "--keep-hourly", paramLabel = "N", description = "Keeps the newest of each of the last N hours.")
    String hourly = "0";

    @Option(names = "--keep-daily", paramLabel = "N", description = "Keeps the newest of each of the last N days.")
    String daily = "0";

    @Option(names = "--keep-weekly", paramLabel = "N",
            description = "Keeps the newest of each of the last N weeks, which begin on Monday.")
    String weekly = "0";

    @Option(names = "--keep-monthly", paramLabel = "N", description = "Keeps the newest of each of the last N months.")
    String monthly = "0";

    @Option(names = "--keep-yearly", paramLabel = "N", description = "Keeps the newest of each of the last N years.")
    String yearly = "0";

    @Option(names = "--keep-within", paramLabel = "SPAN",
            description = "Keeps all that are at most so much older than the newest: 1y6m14d12h (m: months).")
    Optional<String> within = Optional.empty();

    @Option(names = "--inside-sets",
            description = "Counts the runs of each set one by one, and lets its oldest go; never one behind a kept one.")
    boolean insideSets;

    @Option(names = "--verify", paramLabel = "LEVEL", defaultValue = "quick",
            description = "How an archive is checked before it counts: quick, full or deep (default: ${DEFAULT-VALUE}).")
    Verification.Level level = Verification.Level.QUICK;

    @Option(names = {"-n", "--dry-run"}, description = "Only shows what would be kept and deleted, and why.")
    boolean dryRun;

    @Option(names = "--yes", description = "Deletes; without it the command only shows, and ends with 5.")
    boolean yes;

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        ForgetPolicy policy = policy(run);
        if (policy.isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "forget.no-policy",
                    "It was not said what to keep, so nothing is deleted.",
                    "Give at least one of --keep-last, --keep-daily, --keep-weekly, --keep-monthly, --keep-yearly and "
                            + "--keep-within.");
        }
        Forgetting forgetting = new Forgetting(run.engine().audit());
        ForgetReport report = forgetting.plan(folder, policy, level, insideSets);
        boolean carryOut = !dryRun && yes;
        if (carryOut) {
            report = forgetting.carryOut(report);
        }
        print(report, run);
        if (!dryRun && !carryOut && report.forgotten() > 0) {
            throw new FaultException(FaultKind.REFUSED, "forget.unconfirmed", "Nothing was deleted.",
                    "Repeat the command with --yes to delete what it lists.");
        }
        return ExitCode.of(report.outcome());
    }

    private ForgetPolicy policy(Run run) throws FaultException {
        Map<Bucket, Keep> buckets = new EnumMap<>(Bucket.class);
        buckets.put(Bucket.LAST, keep("--keep-last", last));
        buckets.put(Bucket.HOURLY, keep("--keep-hourly", hourly));
        buckets.put(Bucket.DAILY, keep("--keep-daily", daily));
        buckets.put(Bucket.WEEKLY, keep("--keep-weekly", weekly));
        buckets.put(Bucket.MONTHLY, keep("--keep-monthly", monthly));
        buckets.put(Bucket.YEARLY, keep("--keep-yearly", yearly));
        Optional<Span> span = within.flatMap(Span::parse);
        if (within.isPresent() && span.isEmpty()) {
            throw usage(
                    "--keep-within takes years, months, days and hours like 1y6m14d12h, not \"" + within.get() + "\".");
        }
        return new ForgetPolicy(buckets, span, run.times().zone());
    }

    private static Keep keep(String option, String words) throws FaultException {
        if (words.equals("unlimited")) {
            return Keep.ALL;
        }
        if (!words.matches("\\d{1,9}")) {
            throw usage(option + " takes a number or unlimited, not \"" + words + "\".");
        }
        return new Keep(Integer.parseInt(words));
    }

    private static FaultException usage(String message) {
        return new FaultException(FaultKind.USAGE, "forget.policy", message, "");
    }

    private static void print(ForgetReport report, Run run) {
        if (run.json()) {
            run.out().line(Json.pretty(report.json()));
            return;
        }
        for (ForgetReport.Group group : report.groups()) {
            run.out().line(run.paint().as(Paint.Role.HEADING, SafeText.of(heading(group.group()))));
            Table table = new Table().left("").left("TIME").left("ARCHIVE").right("MESSAGES").right("SIZE").left("WHY");
            for (ForgetReport.Decision d : group.decisions()) {
                Snapshot s = d.snapshot();
                String name = report.folder().toAbsolutePath().relativize(s.path().toAbsolutePath()).toString();
                table.row(d.kept() ? "keep" : "forget", run.timeText().of(s.time().toEpochMilli()),
                        name.isEmpty() ? s.path().toString() : name, Amounts.number(s.messages()),
                        Amounts.bytes(s.bytes()), String.join(", ", d.reasons()));
            }
            table.print(run.out(), run.paint(), 0);
            run.out().line("");
        }
        report.untouched().forEach(u -> run.out().line(SafeText.of("left alone: " + u.path() + ": " + u.reason())));
        run.out().line(report.summary());
    }

    private static String heading(Snapshot.Group group) {
        if (!group.set().isEmpty()) {
            return "runs of the set " + group.set();
        }
        String named = String.join(", ", group.channels().stream().limit(CHANNELS_NAMED).toList());
        return group.broker() + " " + group.source() + ", " + group.fidelity() + ", "
                + Amounts.of(group.channels().size(), "channel") + (named.isEmpty() ? "" : ": " + named)
                + (group.channels().size() > CHANNELS_NAMED ? " …" : "");
    }
}
