package dev.brokerscope.architecture;

import dev.brokerscope.api.channel.ChannelProfile.Completeness;
import dev.brokerscope.api.channel.ChannelProfile.EndKind;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.ChannelProfile.StartKind;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A profile's claims as words for people.
final class BrokerWords {

    private static final Map<String, String> ABILITIES = Map.of("definitions", "tells how to create an equal channel",
            "creation", "creates channels", "groups", "tells how far consumers have come", "group-restore",
            "sets how far consumers have come", "target-checks", "checks a target before a restore",
            "cluster-objects", "tells access rules and quotas", "work-groups", "shares partitions among workers",
            "transactions", "writes in transactions");

    private BrokerWords() {}

    static String impact(List<String> impacts) {
        return impacts.isEmpty() ? "nothing" : each(impacts, i -> switch (Impact.valueOf(i)) {
            case TRANSIENT_CONSUMER -> "a consumer is seen";
            case MAY_CREATE_CHANNEL -> "may create the channel";
            case HIDES_MESSAGES -> "hides messages from others meanwhile";
            case MARKS_REDELIVERED -> "marks messages as redelivered";
            case COUNTS_DELIVERIES -> "counts as a delivery";
            case MAY_DROP_MESSAGES -> "**may drop messages**";
            case REORDERS -> "**reorders**";
            case CONSUMES -> "**takes messages away**";
            case JOINS_GROUP -> "joins a group";
        });
    }

    static String starts(List<String> starts) {
        return each(starts, s -> switch (StartKind.valueOf(s)) {
            case EARLIEST -> "first";
            case LATEST -> "from now on";
            case LAST_N -> "last N";
            case TIME -> "time";
            case POSITION -> "position";
        });
    }

    static String end(String end) {
        return switch (EndKind.valueOf(end)) {
            case POSITION -> "position";
            case BROKER_MARKER -> "the broker says so";
            case COUNT -> "count";
            case QUIET_PERIOD -> "silence";
            case NONE -> "never";
        };
    }

    static String positions(String positions) {
        return switch (PositionKind.valueOf(positions)) {
            case STABLE -> "can be stored";
            case SCAN -> "count one reading";
            case NONE -> "none";
        };
    }

    static String order(String order) {
        return switch (OrderScope.valueOf(order)) {
            case PARTITION -> "a partition";
            case CHANNEL -> "the channel";
            case PER_KEY -> "a key";
            case NONE -> "none";
        };
    }

    static String completeness(String completeness) {
        return switch (Completeness.valueOf(completeness)) {
            case COMPLETE -> "everything held";
            case BROKER_MAY_TRUNCATE -> "what the broker hands out";
            case LIVE_LOSSY -> "what comes meanwhile";
        };
    }

    static List<String> parts() {
        return Stream.of(MessagePart.values()).map(Enum::name).toList();
    }

    static String part(String part) {
        return switch (MessagePart.valueOf(part)) {
            case NULL_VALUE -> "null as a value";
            case HEADER_DUPLICATES -> "headers of one name";
            case HEADER_TYPES -> "types of headers";
            case HEADER_ORDER -> "order of headers";
            case PRODUCER_STATE -> "state of producers";
            case KEY, VALUE, HEADERS, TIMESTAMP, POSITION, PARTITION, ORDER, MESSAGE_ID, PRIORITY, EXPIRY, ROUTING,
                    DELIVERY_COUNT ->
                    part.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    static String keep(String keep) {
        return switch (Keep.valueOf(keep)) {
            case EXACT -> "exactly";
            case OPTIONAL -> "if asked";
            case CONVERTED -> "converted";
            case RESTARTED -> "begins anew";
            case LOST -> "**no**";
            case ABSENT -> "–";
        };
    }

    static List<String> abilities() {
        return List.of("definitions", "creation", "groups", "group-restore", "target-checks", "cluster-objects",
                "work-groups", "transactions");
    }

    static String ability(String ability) {
        return ABILITIES.getOrDefault(ability, ability);
    }

    private static String each(List<String> words, Function<String, String> say) {
        return words.stream().map(say).collect(Collectors.joining(", "));
    }
}
