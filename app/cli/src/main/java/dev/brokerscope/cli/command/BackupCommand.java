package dev.brokerscope.cli.command;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.run.Version;
import dev.brokerscope.cli.option.BackupOptions;
import dev.brokerscope.cli.option.ChannelOptions;
import dev.brokerscope.cli.option.EncryptOptions;
import dev.brokerscope.cli.run.CommonOptions;
import dev.brokerscope.cli.option.SetWords;
import dev.brokerscope.cli.option.SourceOptions;
import dev.brokerscope.cli.option.VerifyWord;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Json;
import dev.brokerscope.core.backup.Backup;
import dev.brokerscope.core.backup.BackupPlan;
import dev.brokerscope.core.backup.BackupReport;
import dev.brokerscope.core.verify.ArchiveCheck;
import dev.brokerscope.core.backup.BackupSource;
import dev.brokerscope.core.backup.Extras;
import dev.brokerscope.core.backup.Provenance;
import dev.brokerscope.core.backup.SetOptions;
import dev.brokerscope.core.backup.SharedBackup;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.slice.Slice;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "backup", description = "Writes channels, whole or in part, into a new archive (.msgdb), with their "
        + "settings, group positions and the schemas their messages use.", footerHeading = "%nExamples:%n",
        optionListHeading = "%nOptions:%n", parameterListHeading = "%nArguments:%n")
final class BackupCommand implements CliCommand {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    ChannelOptions channels = new ChannelOptions();

    @Mixin
    EncryptOptions encrypt = new EncryptOptions();

    @Mixin
    SetWords target = new SetWords();

    @Option(names = "--resume",
            description = "Continues an unfinished archive of the same plan; harmless on a finished one.")
    boolean resume;

    @Option(names = "--no-schemas", description = "Leaves out schemas: the archive then needs the registry to decode.")
    boolean noSchemas;

    @Option(names = "--no-groups", description = "Leaves out the positions of consumer groups.")
    boolean noGroups;

    @Option(names = "--no-objects", description = "Leaves out access rules, quotas and the like of the cluster.")
    boolean noObjects;

    @Mixin
    BackupOptions options = new BackupOptions();

    @Option(names = "--verify", paramLabel = "LEVEL",
            description = "Checks the archive afterwards: quick, full, deep or none (default: full).")
    Optional<String> verify = Optional.empty();

    @Override
    public CommonOptions common() {
        return common;
    }

    @Override
    public ExitCode run(Run run) throws FaultException, InterruptedException {
        Optional<SetOptions> set = target.set();
        Optional<Verification.Level> level = VerifyWord.parse(verify.orElse("full"));
        try (OpenConnection open = source.open(run)) {
            List<Slice> slices = channels.slices(run, open);
            BackupPlan whole = BackupPlan.of(slices, target.path())
                    .reading(options.reading(run, source.isolation(), source.consent()))
                    .with(new Extras(!noSchemas, !noGroups, !noObjects))
                    .storing(options.storing().encrypted(encrypt.encryption(run, target.path()))).verifying(level)
                    .resuming(resume);
            BackupPlan plan = set.map(whole::into).orElse(whole);
            BackupSource from = new BackupSource(open.connection().broker(), open.connection().name(), open.session(),
                    open.schemas(), run.engine().decoders());
            JobRequest request = new JobRequest(JobKind.BACKUP, String.valueOf(target.path().getFileName()),
                    "Backup of " + Amounts.of(slices.size(), "channel") + " of " + open.connection().name());
            Provenance program = Provenance.ofSystem("Brokerscope " + Version.current());
            Backup backup = new Backup(from, program);
            SharedBackup shared = new SharedBackup(from, program, WriterOptions.standard());
            Optional<String> group = target.workers();
            BackupReport report = new JobRunner(run).await(request,
                    job -> group.isPresent() ? shared.run(plan, group.get(), job) : backup.run(plan, job));
            return print(report, run);
        } catch (InterruptedException e) {
            run.remark(kept(set));
            throw e;
        }
    }

    private String kept(Optional<SetOptions> set) {
        if (set.filter(s -> s.follow() && s.seal()).isPresent()) {
            return "What was read is sealed in " + target.text() + "; go on with the same command and --since-last.";
        }
        if (target.workers().isPresent()) {
            return "What this worker read is sealed in " + target.text() + "; others go on, or the same command does.";
        }
        return "What was read is kept in " + target.text() + (set.isPresent() ? "" : ".partial")
                + "; continue with the same command and --resume.";
    }

    private static ExitCode print(BackupReport report, Run run) {
        if (run.json()) {
            run.out().line(Json.pretty(report.json()));
        } else {
            run.out().line(report.summary());
            report.verification().ifPresent(v -> run.out().line(new ArchiveCheck(v).summary()));
        }
        return ExitCode.of(report.outcome());
    }
}
