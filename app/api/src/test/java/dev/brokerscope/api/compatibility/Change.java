package dev.brokerscope.api.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What became of an api since it was recorded.
///
/// @param breaking what plugins built before cannot live with
/// @param additions the rest
record Change(List<String> breaking, List<String> additions) {

    /// Whoever gets such a value may switch over its cases: a new one would fall through in plugins that are older.
    private static final Set<String> HANDED_TO_PLUGINS = Set.of("dev.brokerscope.api.broker.Start",
            "dev.brokerscope.api.broker.End", "dev.brokerscope.api.broker.Isolation",
            "dev.brokerscope.api.broker.PublishRequest$Partitioning",
            "dev.brokerscope.api.broker.TargetChecks$Existing", "dev.brokerscope.api.message.AttributeValue",
            "dev.brokerscope.api.message.TimestampType");

    static Change between(SortedSet<String> recorded, SortedSet<String> now) {
        SortedSet<String> removed = new TreeSet<>(recorded);
        removed.removeAll(now);
        SortedSet<String> added = new TreeSet<>(now);
        added.removeAll(recorded);
        // what plugins had to implement may now be left out
        removed.removeIf(l -> added.contains(l.replace("#abstract ", "#default ")));
        List<String> breaking = new ArrayList<>(removed.stream().map(l -> "gone: " + l).toList());
        added.stream().filter(l -> breaks(l, recorded)).forEach(l -> breaking.add("to be implemented by plugins, or to"
                + " be met in their switches: " + l));
        return new Change(breaking, added.stream().filter(l -> !breaks(l, recorded)).toList());
    }

    /// An abstract method or a case of a type that plugins know already.
    private static boolean breaks(String line, SortedSet<String> recorded) {
        int hash = line.indexOf('#');
        String type = hash > 0 ? line.substring(0, hash) : line.substring(0, line.indexOf(' '));
        boolean known = recorded.stream().anyMatch(l -> l.startsWith(type + " is "));
        boolean abstractMethod = hash > 0 && line.startsWith("abstract ", hash + 1);
        boolean newCase = line.contains(" permits ") || hash > 0 && line.startsWith("constant ", hash + 1);
        return known && (abstractMethod || newCase && HANDED_TO_PLUGINS.contains(type));
    }
}
