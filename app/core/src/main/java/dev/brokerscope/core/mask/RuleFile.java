package dev.brokerscope.core.mask;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the text of masking rules. A word that is not known is refused: a misspelt rule must not let anything through.
record RuleFile(Optional<String> secret, MaskRules.Otherwise otherwise, List<MaskRule> rules) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    private static final Set<String> FILE_WORDS = Set.of("secret", "otherwise", "rules");
    private static final Set<String> RULE_WORDS = Set.of("channels", "part", "name", "path", "format", "action", "with",
            "keep");

    static RuleFile parse(Path file, String text) throws FaultException {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw wrong(file, "it is no JSON: " + e.getOriginalMessage(), "Mend it; docs/masking.md has an example.");
        }
        try {
            known(root, FILE_WORDS, "the file");
            List<MaskRule> rules = new ArrayList<>();
            for (JsonNode rule : root.path("rules")) {
                rules.add(rule(rules.size() + 1, rule));
            }
            if (rules.isEmpty()) {
                throw new IllegalArgumentException("it holds no \"rules\"");
            }
            return new RuleFile(text(root, "secret"),
                    word(MaskRules.Otherwise.class, text(root, "otherwise").orElse("refuse"), "otherwise"), rules);
        } catch (IllegalArgumentException e) {
            throw wrong(file, String.valueOf(e.getMessage()), "Mend it; docs/masking.md has an example.");
        }
    }

    static FaultException wrong(Path file, String what, String remedy) {
        return new FaultException(FaultKind.USAGE, "mask.rules",
                "The masking rules " + file + " cannot be used: " + what + ".", remedy);
    }

    private static MaskRule rule(int number, JsonNode node) {
        String where = "rule " + number;
        known(node, RULE_WORDS, where);
        MaskRule.Part part = word(MaskRule.Part.class, text(node, "part").orElse("value"), where + " part");
        Optional<Glob> header = text(node, "name").map(Glob::of);
        if (header.isPresent() != (part == MaskRule.Part.HEADER)) {
            throw new IllegalArgumentException(where + (header.isPresent()
                    ? " has a \"name\", but is not for headers"
                    : " is for headers, but names none"));
        }
        Optional<ValuePath> path = text(node, "path").map(ValuePath::parse);
        if (path.isPresent() && part == MaskRule.Part.HEADER) {
            throw new IllegalArgumentException(where + " has a path, but headers are masked as a whole");
        }
        MaskAction action = action(node, where);
        if (path.isPresent() && action instanceof MaskAction.Drop) {
            throw new IllegalArgumentException(where + " cannot drop a single value; null it instead");
        }
        return new MaskRule(number, channels(node.path("channels")), part, header, path, text(node, "format"), action);
    }

    private static MaskAction action(JsonNode node, String where) {
        String word = text(node, "action").orElseThrow(
                () -> new IllegalArgumentException(where + " has no \"action\""));
        return switch (word) {
            case "replace" -> new MaskAction.Replace(text(node, "with").orElseThrow(
                    () -> new IllegalArgumentException(where + " replaces, but does not say \"with\" what")));
            case "null" -> new MaskAction.Null();
            case "pseudonym" -> new MaskAction.Pseudonymize();
            case "truncate" -> {
                if (!node.path("keep").canConvertToInt() || node.path("keep").asInt() < 0) {
                    throw new IllegalArgumentException(where + " truncates, but does not say how much to \"keep\"");
                }
                yield new MaskAction.Truncate(node.path("keep").asInt());
            }
            case "drop" -> new MaskAction.Drop();
            default -> throw new IllegalArgumentException(where + " has the action \"" + word
                    + "\"; known are replace, null, pseudonym, truncate and drop");
        };
    }

    private static List<Glob> channels(JsonNode node) {
        List<Glob> globs = new ArrayList<>();
        if (node.isTextual()) {
            globs.add(Glob.of(node.asText()));
        }
        for (JsonNode one : node) {
            globs.add(Glob.of(one.asText()));
        }
        return globs;
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new IllegalArgumentException("\"" + name + "\" is no text");
        }
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word, String where) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(where + " cannot be \"" + word + "\"");
    }

    private static void known(JsonNode node, Set<String> words, String where) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " is no JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!words.contains(name)) {
                throw new IllegalArgumentException(where + " has the word \"" + name + "\", which is not known");
            }
        });
    }
}
