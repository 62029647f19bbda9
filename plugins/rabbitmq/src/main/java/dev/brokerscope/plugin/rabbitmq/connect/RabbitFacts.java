package dev.brokerscope.plugin.rabbitmq.connect;

import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.channel.SettingOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the server tells of channels, as facts and as settings.
public final class RabbitFacts {

    public static final String DURABLE = "durable";
    public static final String AUTO_DELETE = "auto_delete";

    private static final Set<String> FLAGS = Set.of(DURABLE, AUTO_DELETE, "internal", "exclusive");
    private static final Set<String> TEXTS = Set.of("x-queue-type", "x-queue-mode", "x-overflow",
            "x-dead-letter-exchange", "x-dead-letter-routing-key", "x-dead-letter-strategy", "x-queue-leader-locator",
            "x-queue-master-locator", "x-max-age", "alternate-exchange", "x-delayed-type");

    private RabbitFacts() {}

    /// Durability and arguments, then what a policy adds.
    public static Section config(Map<String, Object> told, Map<String, Object> arguments) {
        List<Item> items = new ArrayList<>();
        for (String flag : FLAGS.stream().sorted(Comparator.comparing(f -> f)).toList()) {
            if (told.get(flag) instanceof Boolean value) {
                items.add(new Item(flag, flag, new Fact.Flag(value), SettingOrigin.SET, false));
            }
        }
        new TreeMap<>(arguments).forEach((name, value) -> items.add(
                new Item(name, name, fact(value), SettingOrigin.SET, false)));
        if (told.get("policy") instanceof String policy && !policy.isEmpty()) {
            items.add(new Item("policy", "Policy", new Fact.Text(policy), SettingOrigin.INHERITED, false));
        }
        if (told.get("effective_policy_definition") instanceof Map<?, ?> rules) {
            rules.forEach((name, value) -> items.add(new Item(String.valueOf(name), String.valueOf(name), fact(value),
                    SettingOrigin.INHERITED, false)));
        }
        return Section.of("config", "Settings", items);
    }

    public static Fact fact(Object value) {
        return switch (value) {
            case Boolean flag -> new Fact.Flag(flag);
            case Double real -> new Fact.Real(real);
            case Number whole -> new Fact.Whole(whole.longValue(), "");
            case List<?> list -> new Fact.Listing(list.stream().map(RabbitFacts::fact).toList());
            default -> new Fact.Text(String.valueOf(value));
        };
    }

    /// What is needed to make an equal one: durability, arguments; a policy belongs to the virtual host.
    public static List<Setting> settings(Map<String, Object> told, Map<String, Object> arguments, Set<String> flags) {
        List<Setting> settings = new ArrayList<>();
        for (String flag : flags.stream().sorted().toList()) {
            if (told.get(flag) != null) {
                settings.add(new Setting(flag, Optional.of(String.valueOf(told.get(flag))), SettingOrigin.SET, false));
            }
        }
        new TreeMap<>(arguments).forEach((name, value) -> settings.add(
                new Setting(name, Optional.of(String.valueOf(value)), SettingOrigin.SET, false)));
        if (told.get("effective_policy_definition") instanceof Map<?, ?> rules) {
            rules.forEach((name, value) -> settings.add(new Setting("policy." + name,
                    Optional.of(String.valueOf(value)), SettingOrigin.INHERITED, false)));
        }
        return settings;
    }

    /// The reverse, of those that begin with `x-` or are named.
    public static Map<String, Object> arguments(List<Setting> settings, Set<String> others) {
        Map<String, Object> arguments = new HashMap<>();
        for (Setting setting : settings) {
            boolean wanted = setting.name().startsWith("x-") || others.contains(setting.name());
            if (wanted && setting.origin() == SettingOrigin.SET && setting.value().isPresent()) {
                arguments.put(setting.name(), value(setting.name(), setting.value().get()));
            }
        }
        return arguments;
    }

    private static Object value(String name, String text) {
        if (!TEXTS.contains(name) && text.matches("-?\\d{1,18}")) {
            return Long.parseLong(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    /// Settings of another kind of channel, one sentence each.
    public static List<String> notKept(ChannelDefinition definition, String kind, Set<String> known) {
        return definition.settings().stream().filter(s -> s.origin() == SettingOrigin.SET)
                .filter(s -> !s.name().startsWith("x-") && !known.contains(s.name()))
                .map(s -> "RabbitMQ has no setting " + s.name() + " of a " + kind + ".").toList();
    }

    public static boolean flag(List<Setting> settings, String name, boolean otherwise) {
        return settings.stream().filter(s -> s.name().equals(name)).findFirst().flatMap(Setting::value)
                .map(Boolean::parseBoolean).orElse(otherwise);
    }

    /// A binding without its exchange.
    public static String words(BindingFacts binding) {
        return (binding.routingKey().isEmpty() ? "without key" : "key " + binding.routingKey())
                + (binding.arguments().isEmpty() ? "" : ", " + new TreeMap<>(binding.arguments()));
    }
}
