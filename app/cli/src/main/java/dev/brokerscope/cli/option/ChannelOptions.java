package dev.brokerscope.cli.option;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which channels, and which part of them.
public final class ChannelOptions {

    @Parameters(paramLabel = "CHANNEL", arity = "0..*",
            description = "Names, globs in quotes ('orders.*') or slices ('payments[0,3]@now-2h..now', "
                    + "'orders@last:100').")
    List<String> channels = new ArrayList<>();

    @Option(names = "--match", paramLabel = "REGEX", description = "Channels whose whole name matches.")
    Optional<String> match = Optional.empty();

    @Option(names = "--all", description = "All channels but the broker's own.")
    boolean all;

    @Mixin
    RangeOptions range = new RangeOptions();

    public boolean rangeGiven() {
        return range.given();
    }

    /// In the order asked for, each once.
    ///
    /// @throws FaultException `USAGE` where none was named, `NOT_FOUND` where one does not exist
    public List<Slice> slices(Run run, OpenConnection source) throws FaultException, InterruptedException {
        if (channels.isEmpty() && match.isEmpty() && !all) {
            throw new FaultException(FaultKind.USAGE, "channel.none", "No channel was named.",
                    "Give names, a glob in quotes, --match REGEX or --all.");
        }
        List<SliceText> texts = new ArrayList<>();
        for (String channel : channels) {
            texts.add(SliceText.parse(channel, run.times()));
        }
        ChannelPick pick = new ChannelPick(source.session(), source.connection().name());
        List<ChannelNode> nodes = pick.all(true, false).stream()
                .filter(n -> n.roles().contains(ChannelNode.Role.SOURCE))
                .toList();
        Map<ChannelId, Slice> slices = new LinkedHashMap<>();
        for (SliceText text : texts) {
            pick.slices(text, nodes).forEach(s -> slices.put(s.channel(), s));
        }
        Predicate<ChannelNode> more = more();
        nodes.stream().filter(n -> !n.internal()).filter(more)
                .forEach(n -> slices.putIfAbsent(n.id(), Slice.whole(n.id())));
        if (slices.isEmpty()) {
            throw new FaultException(FaultKind.NOT_FOUND, "channel.no-match",
                    "No channel of " + source.connection().name() + " matches.",
                    "List them with: brokerscope channels");
        }
        List<Slice> result = new ArrayList<>();
        for (Slice slice : slices.values()) {
            result.add(range.on(slice, run));
        }
        return result;
    }

    private Predicate<ChannelNode> more() throws FaultException {
        try {
            Optional<Pattern> pattern = match.map(Pattern::compile);
            return n -> all || pattern.filter(p -> p.matcher(n.id().text()).matches()).isPresent();
        } catch (PatternSyntaxException e) {
            throw new FaultException(FaultKind.USAGE, "channel.regex",
                    "The regular expression \"" + match.orElse("") + "\" cannot be read: " + e.getDescription() + ".",
                    "Mend it, or give a glob in quotes.");
        }
    }
}
