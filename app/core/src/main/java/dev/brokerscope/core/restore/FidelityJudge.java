package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentMask;
import dev.brokerscope.core.job.Amounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Holds what an archive contains against what a target says it keeps.
///
/// @param keeps what the target says of each part; empty where nobody can tell before its first channel exists
/// @param sameBroker whether the archive comes from the same kind of broker
record FidelityJudge(RestorePlan plan, Map<MessagePart, Keep> keeps, boolean sameBroker, Survey survey,
        ArchiveContents contents, List<PreparedChannel> channels) {

    Fidelity judge() {
        if (keeps.isEmpty()) {
            return new Fidelity(List.of(new Fidelity.Line("Everything", Keep.OPTIONAL,
                    "the target tells what it keeps once its first channel exists")), mask());
        }
        List<Fidelity.Line> lines = new ArrayList<>();
        if (survey.hasKeys()) {
            lines.add(line("Key", MessagePart.KEY, "byte for byte"));
        }
        lines.add(line("Value", MessagePart.VALUE, "byte for byte"));
        lines.add(line("Null and empty", MessagePart.NULL_VALUE, "kept apart, "
                + Amounts.of(survey.tombstones(), "tombstone") + ", "
                + Amounts.of(survey.emptyValues(), "empty value")));
        if (survey.headers() > 0) {
            lines.add(headers());
        }
        lines.add(timestamp());
        lines.add(line("Partition", MessagePart.PARTITION, partitions()));
        lines.add(line("Order", MessagePart.ORDER, "within each partition"));
        boolean positions = sameBroker && exact(MessagePart.POSITION);
        lines.add(new Fidelity.Line("Position", positions ? Keep.EXACT : Keep.CONVERTED,
                positions ? "as they were" : "new ones, without the gaps of the source"));
        attributes(lines);
        lines.add(settings());
        groups(lines);
        objects(lines);
        return new Fidelity(lines, mask());
    }

    /// Rights and quotas of a whole cluster are shown, never set: they would open or close more than what is restored.
    private void objects(List<Fidelity.Line> lines) {
        long objects = contents.runs().stream().flatMap(r -> r.objects().stream()).distinct().count();
        if (objects > 0) {
            lines.add(new Fidelity.Line("Access rules and quotas", Keep.LOST, Amounts.of(objects, "object")
                    + " of the source's cluster in the archive, not restored; info --dump shows them"));
        }
    }

    private ContentMask mask() {
        if (keeps.isEmpty()) {
            return sameBroker ? ContentMask.ALL : ContentMask.ALL.withoutAttributes();
        }
        boolean headers = exact(MessagePart.HEADERS) && exact(MessagePart.HEADER_ORDER)
                && exact(MessagePart.HEADER_DUPLICATES)
                && (survey.typedHeaders() == 0 || exact(MessagePart.HEADER_TYPES));
        return new ContentMask(exact(MessagePart.KEY), exact(MessagePart.VALUE), headers || survey.headers() == 0,
                exact(MessagePart.TIMESTAMP), sameBroker);
    }

    private boolean exact(MessagePart part) {
        return keep(part) == Keep.EXACT;
    }

    /// What can be kept if asked for is asked for.
    private Keep keep(MessagePart part) {
        if (part == MessagePart.PARTITION && !plan.writing().keepPartitions()) {
            return Keep.LOST;
        }
        Keep keep = keeps.getOrDefault(part, Keep.ABSENT);
        return keep == Keep.OPTIONAL ? Keep.EXACT : keep;
    }

    private Fidelity.Line line(String name, MessagePart part, String detail) {
        Keep keep = keep(part);
        return new Fidelity.Line(name, keep, keep == Keep.EXACT ? detail : meaning(keep));
    }

    private static String meaning(Keep keep) {
        return switch (keep) {
            case EXACT, OPTIONAL -> "kept";
            case CONVERTED -> "kept in another form";
            case RESTARTED -> "begins anew";
            case LOST -> "not kept by the target";
            case ABSENT -> "the target knows no such thing";
        };
    }

    private Fidelity.Line headers() {
        Map<MessagePart, String> parts = new LinkedHashMap<>();
        parts.put(MessagePart.HEADERS, "headers");
        parts.put(MessagePart.HEADER_ORDER, "their order");
        parts.put(MessagePart.HEADER_DUPLICATES, "duplicates");
        if (survey.typedHeaders() > 0) {
            parts.put(MessagePart.HEADER_TYPES, "their types");
        }
        Map<Keep, List<String>> changed = new LinkedHashMap<>();
        parts.forEach((part, name) -> {
            if (!exact(part)) {
                changed.computeIfAbsent(keep(part), _ -> new ArrayList<>()).add(name);
            }
        });
        if (!changed.isEmpty()) {
            return new Fidelity.Line("Headers", changed.keySet().iterator().next(), changed.entrySet().stream()
                    .map(e -> String.join(", ", e.getValue()) + ": " + meaning(e.getKey()))
                    .collect(Collectors.joining("; ")));
        }
        return new Fidelity.Line("Headers", Keep.EXACT, "order, " + Amounts.of(survey.duplicateHeaders(), "duplicate")
                + ", " + Amounts.of(survey.nullHeaders(), "null value"));
    }

    private Fidelity.Line timestamp() {
        String negative = survey.negativeTimes() == 0
                ? ""
                : "; " + Amounts.of(survey.negativeTimes(), "negative one") + " may be refused";
        return line("Timestamp", MessagePart.TIMESTAMP, "to the millisecond" + negative);
    }

    private String partitions() {
        List<String> counts = channels.stream()
                .map(c -> c.definition().partitions() + " → "
                        + c.existing().map(e -> e.partitions().size()).orElse(c.definition().partitions()))
                .limit(4).toList();
        return String.join(", ", counts) + (channels.size() > 4 ? ", …" : "");
    }

    private void attributes(List<Fidelity.Line> lines) {
        Map<String, Fidelity.Line> byLabel = new LinkedHashMap<>();
        for (PreparedChannel channel : channels) {
            for (AttributeSchema.Attribute attribute : channel.source().attributes().attributes()) {
                Keep keep = !attribute.restorable() ? Keep.LOST : sameBroker ? Keep.EXACT : Keep.CONVERTED;
                String detail = switch (keep) {
                    case EXACT -> "set again";
                    case CONVERTED -> "where the target has a like one";
                    case LOST, OPTIONAL, RESTARTED, ABSENT -> "the target sets its own";
                };
                byLabel.putIfAbsent(attribute.key(), new Fidelity.Line(attribute.label(), keep, detail));
            }
        }
        lines.addAll(byLabel.values());
    }

    private Fidelity.Line settings() {
        long set = channels.stream().filter(c -> c.existing().isEmpty()).map(PreparedChannel::definition)
                .map(ChannelDefinition::settings).flatMap(List::stream)
                .filter(s -> s.origin() == SettingOrigin.SET && s.value().isPresent()).count();
        boolean anyExisting = plan.intoExisting() != RestorePlan.IntoExisting.RECREATE
                && channels.stream().anyMatch(c -> c.existing().isPresent());
        if (!anyExisting && !sameBroker && set > 0) {
            return new Fidelity.Line("Channel settings", Keep.CONVERTED, "only those that the target has too, of "
                    + Amounts.of(set, "setting"));
        }
        return new Fidelity.Line("Channel settings", anyExisting ? Keep.ABSENT : Keep.EXACT,
                anyExisting ? "existing channels keep their own" : Amounts.of(set, "setting") + " set again");
    }

    private void groups(List<Fidelity.Line> lines) {
        long groups = channels.stream().flatMap(c -> c.source().groups().stream()).map(g -> g.name()).distinct()
                .count();
        if (groups > 0) {
            lines.add(plan.groups()
                    ? new Fidelity.Line("Group positions", Keep.CONVERTED,
                            Amounts.of(groups, "group") + ", translated across gaps")
                    : new Fidelity.Line("Group positions", Keep.LOST,
                            Amounts.of(groups, "group") + " in the archive, not asked for"));
        }
    }
}
