package dev.brokerscope.cli.command;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.cli.option.ChannelPick;
import dev.brokerscope.cli.option.RangeOptions;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Slices of an archive: none means everything, unless a range cuts it.
final class SliceWords {

    private SliceWords() {}

    static List<Slice> of(Run run, OpenConnection source, List<String> words, RangeOptions range)
            throws FaultException, InterruptedException {
        ChannelPick pick = new ChannelPick(source.session(), source.connection().name());
        List<ChannelNode> nodes = pick.all(true, false);
        Map<ChannelId, Slice> chosen = new LinkedHashMap<>();
        for (String word : words) {
            pick.slices(SliceText.parse(word, run.times()), nodes).forEach(s -> chosen.put(s.channel(), s));
        }
        if (words.isEmpty() && range.given()) {
            nodes.forEach(n -> chosen.put(n.id(), Slice.whole(n.id())));
        }
        List<Slice> slices = new ArrayList<>();
        for (Slice slice : chosen.values()) {
            slices.add(range.on(slice, run));
        }
        return slices;
    }
}
