package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.diff.Alignment;
import dev.brokerscope.core.diff.ChannelComparison;
import dev.brokerscope.core.diff.ChannelDiff;
import dev.brokerscope.core.diff.Compared;
import dev.brokerscope.core.diff.DiffSide;
import dev.brokerscope.core.diff.TimeRule;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.pace.Throttle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes an archive into a broker.
public final class Restore {

    private final Archive archive;
    private final Rehearsal rehearsal;
    private final RestoreTarget target;
    private final WritableSession session;
    private final Path journals;

    /// Closes none of them.
    ///
    /// @param session of the same target, from the write gate
    /// @param journals the folder `restore` in the state folder
    public Restore(Archive archive, RestoreTarget target, WritableSession session, Path journals) {
        this.archive = archive;
        this.target = target.through(session);
        this.rehearsal = new Rehearsal(archive, this.target);
        this.session = session;
        this.journals = journals;
    }

    /// Rehearses first. A plan that was interrupted continues behind what its journal says was acknowledged.
    ///
    /// @throws FaultException `REFUSED` where a finding blocks it or the plan is bound to another cluster
    /// @throws InterruptedException where it was cancelled; run the same plan with `resume` to continue
    public RestoreReport run(RestorePlan plan, JobContext job) throws FaultException, InterruptedException {
        Instant started = Instant.now();
        try (RestoreJournal journal = RestoreJournal.open(journals, plan)) {
            return run(plan, journal, started, job);
        }
    }

    private RestoreReport run(RestorePlan plan, RestoreJournal journal, Instant started, JobContext job)
            throws FaultException, InterruptedException {
        long start = System.nanoTime();
        job.progress().phase("Checking archive and target");
        Prepared prepared = rehearsal.prepare(plan, journal.begun(),
                plan.care().verify().orElse(Verification.Level.QUICK));
        demandPossible(prepared);
        demandConsent(plan, prepared, journal);
        job.progress().restart("Writing", Count.atMost(prepared.dryRun().messages()));
        RestoreSite site = new RestoreSite(rehearsal.reading(plan), target, session, journal,
                new Throttle(plan.writing().limit()), job);
        List<RestoredChannel> written = new ArrayList<>();
        for (PreparedChannel channel : prepared.channels()) {
            written.add(write(plan, prepared, channel, site));
        }
        List<String> losses = new ArrayList<>(written.stream().flatMap(w -> w.losses().stream()).toList());
        Optional<Comparison> comparison = plan.compare()
                ? compare(plan, prepared, written, losses, job)
                : Optional.empty();
        List<RestoreReport.Group> groups = plan.groups() ? groups(written, job) : List.of();
        Fidelity told = fidelity(plan, prepared, prepared.channels(), written.getFirst());
        RestoreReport report = new RestoreReport(prepared.dryRun().keeping(told), session.clusterId(), started,
                Duration.ofNanos(System.nanoTime() - start), reported(written, prepared.survey()),
                groups, losses, comparison);
        journal.finish(report);
        job.progress().phase("Done");
        return report;
    }

    private static List<RestoreReport.Channel> reported(List<RestoredChannel> written, Survey survey) {
        return written.stream().map(w -> w.reported(survey)).toList();
    }

    private List<RestoreReport.Group> groups(List<RestoredChannel> written, JobContext job)
            throws InterruptedException {
        job.progress().phase("Setting groups");
        List<RestoreReport.Group> groups = new ArrayList<>();
        for (RestoredChannel channel : written) {
            groups.addAll(new GroupTranslation(session).apply(channel));
        }
        return groups;
    }

    private static void demandPossible(Prepared prepared) throws FaultException {
        Optional<Finding> blocker = prepared.dryRun().preflight().blocker();
        if (blocker.isPresent()) {
            boolean damaged = blocker.get().code().equals(OwnChecks.DAMAGED);
            throw new FaultException(damaged ? FaultKind.CORRUPT : FaultKind.REFUSED, blocker.get().code(),
                    blocker.get().message(),
                    blocker.get().remedy());
        }
    }

    /// Nothing is deleted without a person's word.
    private static void demandConsent(RestorePlan plan, Prepared prepared, RestoreJournal journal)
            throws FaultException {
        List<String> deleted = plan.intoExisting() != RestorePlan.IntoExisting.RECREATE ? List.of()
                : prepared.channels().stream()
                        .filter(c -> c.existing().isPresent() && journal.channel(c.target()).isEmpty())
                        .map(c -> c.target() + " (" + OwnChecks.held(c.existing().orElseThrow()) + ")").toList();
        if (!deleted.isEmpty() && !plan.target().confirmed()) {
            throw new FaultException(FaultKind.REFUSED, "target.recreate-unconfirmed",
                    "This would delete " + String.join(", ", deleted) + " and make it anew.",
                    "Say --yes to that, or restore into other channels.");
        }
    }

    private RestoredChannel write(RestorePlan plan, Prepared prepared, PreparedChannel channel, RestoreSite site)
            throws FaultException, InterruptedException {
        try {
            return new ChannelRestore(site, plan, channel, prepared.dryRun().fidelity().mask()).run();
        } catch (FaultException e) {
            throw new EarlyEnd(site, channel).by(e);
        }
    }

    /// Absent where nothing of it can be read back.
    private Optional<Comparison> compare(RestorePlan plan, Prepared prepared, List<RestoredChannel> written,
            List<String> losses, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        job.progress().restart("Comparing with the archive", Count.atMost(prepared.dryRun().messages()));
        List<ChannelDiff> diffs = new ArrayList<>();
        for (RestoredChannel channel : written) {
            ChannelProfile profile = channel.target().profile();
            if (!profile.starts().contains(ChannelProfile.StartKind.EARLIEST)) {
                losses.add(channel.prepared().target() + " was not compared: it passes messages on and keeps none.");
            } else if (profile.impact().stream().anyMatch(Impact::needsConsent)) {
                losses.add(channel.prepared().target() + " was not compared: reading it would change it.");
            } else {
                diffs.add(compare(plan, prepared, channel, job));
            }
        }
        if (diffs.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = new Comparison(diffs, Duration.ofNanos(System.nanoTime() - start));
        job.progress().note(comparison.equal() ? Note.Level.GOOD : Note.Level.BAD,
                comparison.equal()
                        ? "Equal: the target holds exactly what the archive holds."
                        : "Different: " + comparison.first().map(d -> d.sentence()).orElse("the counts differ."));
        return Optional.of(comparison);
    }

    private ChannelDiff compare(RestorePlan plan, Prepared prepared, RestoredChannel channel, JobContext job)
            throws FaultException, InterruptedException {
        PreparedChannel from = channel.prepared();
        Alignment alignment = plan.writing().keepPartitions() ? Alignment.BY_ORDER : Alignment.UNORDERED;
        ContentMask told = fidelity(plan, prepared, List.of(from), channel).mask();
        // without order nobody knows which of the target's messages are those
        boolean anyTime = alignment == Alignment.UNORDERED && channel.retimed(prepared.survey()) > 0;
        ContentMask mask = anyTime ? told.withoutTimestamp() : told;
        TimeRule times = channel.takesTimesBefore1970() ? TimeRule.TIME : TimeRule.TIME_SINCE_1970;
        Compared a = new Compared(new DiffSide(String.valueOf(archive.file().getFileName()), rehearsal.reading(plan)),
                from.source().id(), from.inArchive().attributes(), from.ranges(), Isolation.COMMITTED, Set.of());
        Compared b = new Compared(new DiffSide(target.label(), session), from.target(), channel.target().attributes(),
                channel.writtenRanges(), Isolation.COMMITTED, Set.of());
        return new ChannelComparison(mask, alignment, times, job).compare(a, b);
    }

    /// What the target keeps, in the words of the publisher that wrote.
    private Fidelity fidelity(RestorePlan plan, Prepared prepared, List<PreparedChannel> channels,
            RestoredChannel written) throws FaultException {
        return new FidelityJudge(plan, written.effective(), rehearsal.sameBroker(archive.contents()),
                prepared.survey(), archive.contents(), channels).judge();
    }
}
