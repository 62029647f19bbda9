package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.ClusterObjects;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// Access rules and client quotas of a cluster.
record KafkaObjects(KafkaAdmin admin) implements ClusterObjects {

    private static final String DEFAULT = "<default>";

    @Override
    public ClusterObjects.Seen objects(Set<ChannelId> channels) throws FaultException, InterruptedException {
        var rules = admin.client().describeAcls(AclBindingFilter.ANY).values();
        var quotas = admin.client().describeClientQuotas(ClientQuotaFilter.all()).entities();
        Set<String> topics = channels.stream().map(ChannelId::name).collect(Collectors.toSet());
        List<ClusterObject> objects = new ArrayList<>();
        List<String> hidden = new ArrayList<>();
        told(rules, "the access rules of the cluster", hidden).ifPresent(all -> all.stream()
                .filter(rule -> concerns(rule.pattern(), topics)).map(KafkaObjects::rule).forEach(objects::add));
        told(quotas, "the quotas of the cluster", hidden)
                .ifPresent(all -> all.forEach((who, values) -> objects.add(quota(who, values))));
        objects.sort(Comparator.comparing(ClusterObject::kind).thenComparing(ClusterObject::name));
        return new ClusterObjects.Seen(objects, hidden);
    }

    /// A cluster without an authorizer has no rules, which is no secret.
    private <T> Optional<T> told(KafkaFuture<T> asked, String what, List<String> hidden)
            throws FaultException, InterruptedException {
        try {
            return Optional.of(admin.await(asked, what));
        } catch (FaultException e) {
            if (e.getCause() instanceof SecurityDisabledException) {
                return Optional.empty();
            }
            if (e.kind() == FaultKind.CLOSED) {
                throw e;
            }
            Fault why = e.fault();
            hidden.add(why.message());
            return Optional.empty();
        }
    }

    /// Rules for other topics are of no use to whoever restores these.
    private static boolean concerns(ResourcePattern pattern, Set<String> topics) {
        if (pattern.resourceType() != ResourceType.TOPIC || pattern.name().equals("*")) {
            return true;
        }
        return pattern.patternType() == PatternType.PREFIXED
                ? topics.stream().anyMatch(t -> t.startsWith(pattern.name()))
                : topics.contains(pattern.name());
    }

    private static ClusterObject rule(AclBinding rule) {
        ResourcePattern on = rule.pattern();
        var entry = rule.entry();
        String name = on.resourceType() + " " + on.patternType() + " " + on.name() + ": " + entry.permissionType() + " "
                + entry.principal() + " " + entry.operation() + " from " + entry.host();
        String body = "{" + text("resourceType", on.resourceType().name()) + "," + text("resourceName", on.name()) + ","
                + text("patternType", on.patternType().name()) + "," + text("principal", entry.principal()) + ","
                + text("host", entry.host()) + "," + text("operation", entry.operation().name()) + ","
                + text("permission", entry.permissionType().name()) + "}";
        return new ClusterObject("acl", name, body);
    }

    private static ClusterObject quota(ClientQuotaEntity who, Map<String, Double> values) {
        Map<String, String> entity = new TreeMap<>();
        who.entries().forEach((type, name) -> entity.put(type, name == null ? DEFAULT : name));
        String name = entity.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
        String body = "{\"entity\":{" + entity.entrySet().stream().map(e -> text(e.getKey(), e.getValue()))
                .collect(Collectors.joining(",")) + "},\"quotas\":{"
                + new TreeMap<>(values).entrySet().stream().map(e -> quoted(e.getKey()) + ":" + e.getValue())
                        .collect(Collectors.joining(","))
                + "}}";
        return new ClusterObject("quota", name, body);
    }

    private static String text(String name, String value) {
        return quoted(name) + ":" + quoted(value);
    }

    /// As a string of JSON.
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
