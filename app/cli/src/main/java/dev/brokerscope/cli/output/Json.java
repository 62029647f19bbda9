package dev.brokerscope.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.api.channel.PartitionInfo;
import dev.brokerscope.api.channel.Section;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.message.Position;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// JSON for machines; the field names are a contract (docs/cli.md).
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static String pretty(JsonNode node) {
        return node.toPrettyString();
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static ObjectNode error(Fault fault, ExitCode exit) {
        ObjectNode root = object();
        ObjectNode error = root.putObject("error");
        error.put("code", fault.code()).put("exit", exit.number()).put("message", fault.message());
        error.put("remedy", fault.remedy());
        return root;
    }

    public static ObjectNode count(Count count) {
        ObjectNode node = object();
        if (count.quality() == Count.Quality.UNKNOWN) {
            node.putNull("value");
        } else {
            node.put("value", count.value());
        }
        return node.put("quality", word(count.quality()));
    }

    public static ObjectNode channel(ChannelNode channel) {
        ObjectNode node = object();
        node.put("channel", channel.id().text()).put("kind", channel.id().kind()).put("label", channel.label());
        var roles = node.putArray("roles");
        channel.roles().stream().sorted().forEach(r -> roles.add(word(r)));
        node.put("internal", channel.internal());
        node.set("messages", count(channel.count()));
        var traits = node.putArray("traits");
        channel.traits().stream().sorted().forEach(traits::add);
        return node;
    }

    public static ObjectNode details(ChannelDetails details, Function<Position, String> notation) {
        ObjectNode node = object();
        node.put("channel", details.id().text()).put("kind", details.id().kind());
        node.put("incarnation", details.incarnation());
        node.set("messages", count(details.count()));
        ObjectNode reading = node.putObject("reading");
        var impact = reading.putArray("impact");
        details.profile().impact().stream().sorted().forEach(i -> impact.add(word(i)));
        var starts = reading.putArray("starts");
        details.profile().starts().stream().sorted().forEach(s -> starts.add(word(s)));
        reading.put("end", word(details.profile().end())).put("positions", word(details.profile().positions()));
        reading.put("dense", details.profile().dense()).put("order", word(details.profile().order()));
        reading.put("completeness", word(details.profile().completeness()));
        var partitions = node.putArray("partitions");
        details.partitions().forEach(p -> partitions.add(partition(p, notation)));
        var sections = node.putArray("sections");
        details.sections().forEach(s -> sections.add(section(s)));
        return node;
    }

    private static ObjectNode partition(PartitionInfo p, Function<Position, String> notation) {
        ObjectNode node = object();
        node.put("partition", p.number());
        node.put("first", p.first().map(notation).orElse(null)).put("end", p.end().map(notation).orElse(null));
        node.set("messages", count(p.count()));
        var facts = node.putObject("facts");
        p.facts().forEach(i -> facts.set(i.key(), fact(i)));
        return node;
    }

    private static ObjectNode section(Section s) {
        ObjectNode node = object();
        node.put("id", s.id()).put("title", s.title());
        var items = node.putArray("items");
        for (Item i : s.items()) {
            ObjectNode item = items.addObject().put("key", i.key()).put("label", i.label());
            item.set("value", fact(i));
            item.put("origin", word(i.origin())).put("sensitive", i.sensitive());
        }
        var children = node.putArray("sections");
        s.children().forEach(c -> children.add(section(c)));
        return node;
    }

    private static JsonNode fact(Item item) {
        return item.sensitive() ? MAPPER.nullNode() : fact(item.fact());
    }

    private static JsonNode fact(Fact fact) {
        return switch (fact) {
            case Fact.Text(var text) -> MAPPER.valueToTree(text);
            case Fact.Whole(var whole, var unit) -> MAPPER.valueToTree(whole);
            case Fact.Real(var real) -> MAPPER.valueToTree(real);
            case Fact.Flag(var flag) -> MAPPER.valueToTree(flag);
            case Fact.ByteSize(var bytes) -> MAPPER.valueToTree(bytes);
            case Fact.Time(var millis) -> MAPPER.valueToTree(millis);
            case Fact.Span(var millis) -> MAPPER.valueToTree(millis);
            case Fact.Counted(var count) -> count(count);
            case Fact.Listing(var values) -> {
                var list = MAPPER.createArrayNode();
                values.forEach(v -> list.add(fact(v)));
                yield list;
            }
            case Fact.Absent(var why) -> MAPPER.nullNode();
        };
    }

    /// Null where absent.
    public static void putTime(ObjectNode node, String field, Optional<Long> millis) {
        node.put(field, millis.orElse(null));
    }
}
