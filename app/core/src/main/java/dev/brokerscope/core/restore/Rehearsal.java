package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.slice.Channels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Thinks a restore through against the real target without writing.
public final class Rehearsal {

    private static final Duration SURVEY = Duration.ofSeconds(15);

    private final Archive archive;
    private final RestoreTarget target;

    /// Closes neither.
    public Rehearsal(Archive archive, RestoreTarget target) {
        this.archive = archive;
        this.target = target;
    }

    /// What cannot work is a finding, not an exception.
    ///
    /// @throws FaultException where the target or the archive cannot be read
    public DryRun play(RestorePlan plan) throws FaultException, InterruptedException {
        return prepare(plan, Set.of(), Verification.Level.QUICK).dryRun();
    }

    /// The archive as the plan's filter lets it be seen.
    Session reading(RestorePlan plan) {
        Session all = archive.session();
        return plan.scope().filter().<Session>map(f -> new FilteredSession(all, m -> f.filter().matches(m, _ -> "")))
                .orElse(all);
    }

    /// @param begun targets that an interrupted run of the same plan has written to
    /// @param level how thoroughly the archive is checked
    Prepared prepare(RestorePlan plan, Set<ChannelId> begun, Verification.Level level)
            throws FaultException, InterruptedException {
        ArchiveContents contents = archive.contents();
        Session reading = reading(plan);
        ChannelSelection selection = ChannelSelection.of(plan, archive.session(), contents, target);
        Survey survey = new Survey(SURVEY);
        List<Finding> findings = new ArrayList<>(selection.findings());
        try (Meanwhile<List<Finding>> soundness = new Meanwhile<>("check-archive",
                () -> new OwnChecks(plan, target, contents).archive(archive, level))) {
            for (PreparedChannel channel : selection.channels()) {
                survey.look(reading, channel.source().id(), channel.ranges());
            }
            findings.addAll(soundness.result());
        }
        findings.addAll(own(plan, contents, selection.channels(), survey));
        List<PreparedChannel> channels = new ArrayList<>();
        for (PreparedChannel channel : selection.channels()) {
            findings.addAll(new OwnChecks(plan, target, contents).target(channel, begun.contains(channel.target())));
            channels.add(check(plan, channel, survey, begun.contains(channel.target()), findings));
        }
        findings.sort(Comparator.comparing(Finding::severity).reversed());
        boolean sameBroker = sameBroker(contents);
        Fidelity fidelity =
                new FidelityJudge(plan, keeps(channels, sameBroker), sameBroker, survey, contents, channels).judge();
        List<DryRun.Channel> shown = new ArrayList<>();
        for (PreparedChannel channel : channels) {
            shown.add(ChannelExtent.of(archive, channel).shown(channel));
        }
        Preflight preflight = new Preflight(Instant.now(), findings);
        return new Prepared(new DryRun(plan, target.label(), shown, preflight, fidelity, groups(plan, channels)),
                channels, survey);
    }

    /// Whether the archive comes from the same kind of broker as the target.
    boolean sameBroker(ArchiveContents contents) {
        return contents.runs().stream().allMatch(r -> r.source().broker().equals(target.broker()));
    }

    private List<Finding> own(RestorePlan plan, ArchiveContents contents, List<PreparedChannel> channels,
            Survey survey) throws FaultException, InterruptedException {
        OwnChecks checks = new OwnChecks(plan, target, contents);
        ChannelId any = channels.isEmpty() ? ChannelId.of("archive", "none") : channels.getFirst().target();
        List<Finding> findings = new ArrayList<>(checks.cluster(any));
        findings.addAll(checks.names(channels));
        findings.addAll(checks.groups(channels));
        findings.addAll(checks.survey(survey, channels, any));
        return findings;
    }

    private List<RestoreReport.Group> groups(RestorePlan plan, List<PreparedChannel> channels)
            throws FaultException, InterruptedException {
        List<RestoreReport.Group> groups = new ArrayList<>();
        if (plan.groups() && plan.writing().keepPartitions()) {
            for (PreparedChannel channel : channels) {
                groups.addAll(new GroupForecast(archive, target, plan).of(channel));
            }
        }
        return groups;
    }

    /// Asks the plugin, applies the fixes that the plan wants, and asks again.
    private PreparedChannel check(RestorePlan plan, PreparedChannel channel, Survey survey, boolean begun,
            List<Finding> findings) throws FaultException, InterruptedException {
        Optional<TargetChecks> checks = target.session().extension(TargetChecks.class);
        if (checks.isEmpty()) {
            findings.addAll(withoutChecks(plan, channel));
            return channel;
        }
        List<Finding> first = checks.get().check(intent(plan, channel, survey, begun));
        PreparedChannel mended = channel.defined(new TargetDefinition(plan, channel.definition()).with(first));
        if (mended.equals(channel) || channel.existing().isPresent() && plan.intoExisting() != IntoExisting.RECREATE) {
            findings.addAll(first);
            return channel;
        }
        findings.addAll(checks.get().check(intent(plan, mended, survey, begun)));
        first.stream().filter(f -> plan.fixes().contains(f.code()) && f.setting().isPresent()).forEach(f -> findings
                .add(OwnChecks.finding(Severity.PASSED, "fixed." + f.code(), f.channel(), "Fixed: "
                        + channel.target() + " is created with " + f.setting().get().name() + " = "
                        + f.setting().get().value() + ".", "")));
        return mended;
    }

    private RestoreIntent intent(RestorePlan plan, PreparedChannel channel, Survey survey, boolean begun)
            throws FaultException {
        ChannelExtent extent = ChannelExtent.of(archive, channel);
        return new RestoreIntent(channel.target(), channel.definition(), plan.create(),
                begun ? TargetChecks.Existing.APPEND : existing(plan.intoExisting()),
                plan.writing().keepPartitions(), extent.messages(), extent.oldest(), extent.newest(),
                survey.largest(channel.source().id()));
    }

    private static TargetChecks.Existing existing(RestorePlan.IntoExisting policy) {
        return switch (policy) {
            case REFUSE -> TargetChecks.Existing.REFUSE;
            case APPEND -> TargetChecks.Existing.APPEND;
            case RECREATE -> TargetChecks.Existing.REPLACE;
        };
    }

    private static List<Finding> withoutChecks(RestorePlan plan, PreparedChannel channel) {
        if (channel.existing().isEmpty() && !plan.create()) {
            return List.of(OwnChecks.finding(Severity.BLOCKS, "target.missing", channel.target(),
                    "There is no " + channel.target() + " in the target.", "Create it, or let the restore do it."));
        }
        return List.of(OwnChecks.finding(Severity.NOTE, "target.unchecked", channel.target(),
                "This broker's plugin cannot check " + channel.target() + " beforehand.", ""));
    }

    /// What the target keeps: as told by the channel itself, by one like it, or by the source's own profile.
    private Map<MessagePart, Keep> keeps(List<PreparedChannel> channels, boolean sameBroker)
            throws FaultException, InterruptedException {
        for (PreparedChannel channel : channels) {
            if (channel.existing().isPresent()) {
                return channel.existing().get().profile().restore();
            }
        }
        if (sameBroker && !channels.isEmpty()) {
            return channels.getFirst().source().profile().restore();
        }
        for (ChannelId other : new Channels(target.session()).sources()) {
            boolean alike = channels.isEmpty() || other.kind().equals(channels.getFirst().target().kind());
            Optional<ChannelDetails> details = alike ? describe(target.session(), other) : Optional.empty();
            if (details.isPresent()) {
                return details.get().profile().restore();
            }
        }
        return Map.of();
    }

    static Optional<ChannelDetails> describe(Session session, ChannelId channel)
            throws FaultException, InterruptedException {
        try {
            return Optional.of(session.describe(channel));
        } catch (FaultException e) {
            if (e.kind() == FaultKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
