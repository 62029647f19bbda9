package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What can be said about a restore without knowing the broker.
record OwnChecks(RestorePlan plan, RestoreTarget target, ArchiveContents contents) {

    static final String DAMAGED = "archive.damaged";

    /// Whether the archive is what it was, as far as a look of that level tells.
    List<Finding> archive(Archive archive, Verification.Level level) throws FaultException, InterruptedException {
        ChannelId name = ChannelId.of("archive", String.valueOf(archive.file().getFileName()));
        Verification quick = Archive.verify(archive.file(), level, Verification.Listener.NONE);
        List<Finding> findings = new ArrayList<>();
        findings.add(switch (quick.state()) {
            case SOUND -> finding(Severity.PASSED, "archive.sound", name, "The archive is sealed and sound.", "");
            case UNFINISHED -> finding(Severity.WARNING, "archive.unfinished", name,
                    "The archive is unfinished: it holds what was read before the backup was interrupted.",
                    "Finish it with backup --resume first.");
            case DAMAGED -> finding(Severity.BLOCKS, DAMAGED, name,
                    "The archive is damaged: " + quick.problems().stream().findFirst()
                            .map(Verification.Problem::message).orElse("see verify."),
                    "Run verify on it, and take another copy.");
        });
        if (contents.runs().stream().anyMatch(r -> r.state() == RunState.COMPLETE_WITH_GAPS)) {
            findings.add(finding(Severity.NOTE, "archive.incomplete", name,
                    "The backup could not read everything it was asked for.", "Look at its gaps with info."));
        }
        return findings;
    }

    List<Finding> cluster(ChannelId any) {
        Optional<String> there = target.session().clusterId();
        if (plan.clusterId().isPresent() && !plan.clusterId().equals(there)) {
            return List.of(finding(Severity.BLOCKS, "cluster.other", any,
                    "The plan is for the cluster " + plan.clusterId().get() + ", but " + target.label() + " is "
                            + there.orElse("a cluster without an id") + ".",
                    "Make a new plan for this target."));
        }
        return List.of();
    }

    /// Two channels of the archive must not end up in one.
    List<Finding> names(List<PreparedChannel> channels) {
        Map<ChannelId, ChannelId> taken = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (PreparedChannel channel : channels) {
            ChannelId before = taken.putIfAbsent(channel.target(), channel.source().id());
            if (before != null) {
                findings.add(finding(Severity.BLOCKS, "target.duplicate", channel.target(),
                        before + " and " + channel.source().id() + " would both be restored into " + channel.target()
                                + ".",
                        "Rename one of them."));
            }
            if (isSource(channel)) {
                findings.add(finding(Severity.WARNING, "target.is-source", channel.target(),
                        channel.target() + " is the channel that was backed up.",
                        "Choose another name or a prefix to keep it as it is."));
            }
        }
        return findings;
    }

    /// What would be deleted, and where the map of partitions does not fit.
    List<Finding> target(PreparedChannel channel, boolean begun) {
        List<Finding> findings = new ArrayList<>();
        if (plan.intoExisting() == RestorePlan.IntoExisting.RECREATE && channel.existing().isPresent() && !begun) {
            findings.add(finding(Severity.WARNING, "target.recreated", channel.target(),
                    channel.target() + " exists: it is deleted with " + held(channel.existing().get())
                            + " and made anew.",
                    "Restore into another channel to keep it."));
        }
        Optional<PartitionMap> map = plan.writing().map();
        if (map.isEmpty()) {
            return findings;
        }
        channel.ranges().stream().filter(r -> map.get().to(r.partition()).isEmpty()).findFirst()
                .ifPresent(r -> findings.add(finding(Severity.BLOCKS, "partitions.unmapped", channel.target(),
                        "The partition map " + map.get().words() + " does not say where partition " + r.partition()
                                + " of " + channel.source().id() + " goes.",
                        "Add it, or a line for all others: *=0.")));
        int there = channel.existing().filter(_ -> plan.intoExisting() != RestorePlan.IntoExisting.RECREATE)
                .map(e -> e.partitions().size()).orElse(channel.definition().partitions());
        if (map.get().partitions() > there) {
            findings.add(finding(Severity.BLOCKS, "partitions.map-range", channel.target(),
                    "The partition map " + map.get().words() + " names partition " + (map.get().partitions() - 1)
                            + "; " + channel.target() + " has " + Amounts.of(there, "partition") + ".",
                    "Map into partitions 0 to " + (there - 1) + "."));
        }
        return findings;
    }

    /// `up to 1,204 messages`.
    static String held(ChannelDetails details) {
        return switch (details.count().quality()) {
            case UNKNOWN -> "all its messages";
            case EXACT -> Amounts.of(details.count().value(), "message");
            case UPPER_BOUND -> "up to " + Amounts.of(details.count().value(), "message");
            case LOWER_BOUND -> "at least " + Amounts.of(details.count().value(), "message");
            case STALE, ESTIMATE -> "about " + Amounts.of(details.count().value(), "message");
        };
    }

    List<Finding> groups(List<PreparedChannel> channels) throws FaultException, InterruptedException {
        if (!plan.groups()) {
            return List.of();
        }
        if (!plan.writing().keepPartitions() && !channels.isEmpty()) {
            return List.of(finding(Severity.BLOCKS, "groups.partitions", channels.getFirst().target(),
                    "Group positions can be translated only where messages keep their partition.",
                    "Keep partitions, or leave groups out."));
        }
        Optional<GroupStates> states = target.session().extension(GroupStates.class);
        List<Finding> findings = new ArrayList<>();
        for (PreparedChannel channel : channels) {
            if (states.isPresent() && channel.existing().isPresent()) {
                Set<String> wanted = Set.copyOf(channel.source().groups().stream().map(g -> g.name()).toList());
                for (GroupStates.GroupState there : states.get().groups(channel.target())) {
                    if (wanted.contains(there.name())) {
                        findings.add(there(channel, there));
                    }
                }
            }
        }
        return findings;
    }

    /// Negative times that brokers refuse, ends that were not looked at.
    List<Finding> survey(Survey survey, List<PreparedChannel> channels, ChannelId any) {
        List<Finding> findings = new ArrayList<>();
        for (PreparedChannel channel : channels) {
            long negative = survey.negativeTimes(channel.source().id());
            if (negative > 0) {
                findings.add(finding(Severity.WARNING, "timestamp.negative", channel.target(),
                        Amounts.of(negative, "message") + " with a time before 1970; many brokers refuse them.",
                        "Refused messages are counted and named in the report."));
            }
        }
        if (!survey.whole()) {
            findings.add(finding(Severity.NOTE, "archive.sampled", any,
                    "The archive is large: sizes and peculiarities were looked for in its first "
                            + Amounts.of(survey.messages(), "message") + ".",
                    ""));
        }
        return findings;
    }

    /// Whether a group's positions can be changed.
    static boolean idle(GroupStates.GroupState group) {
        return group.state().isEmpty() || group.state().equalsIgnoreCase("empty")
                || group.state().equalsIgnoreCase("dead");
    }

    private static Finding there(PreparedChannel channel, GroupStates.GroupState group) {
        return idle(group)
                ? finding(Severity.WARNING, "group.exists", channel.target(),
                        "The group " + group.name() + " has positions here already; they are replaced.",
                        "Leave groups out to keep them.")
                : finding(Severity.WARNING, "group.active", channel.target(),
                        "The group " + group.name() + " is " + group.state()
                                + " here; positions change only while a group is stopped.",
                        "Stop its consumers, or leave groups out.");
    }

    private boolean isSource(PreparedChannel channel) {
        return channel.existing().isPresent() && channel.target().equals(channel.source().original())
                && channel.existing().get().incarnation().equals(channel.source().incarnation())
                && contents.runs().stream().anyMatch(r -> r.source().clusterId().isPresent()
                        && r.source().clusterId().equals(target.session().clusterId()));
    }

    static Finding finding(Severity severity, String code, ChannelId channel, String message, String remedy) {
        return new Finding(severity, code, channel, message, remedy, Optional.empty());
    }
}
