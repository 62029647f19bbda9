package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.util.List;
import java.util.Set;

/// Tells what stands beside channels on a cluster and matters to those who read and write them: access rules, quotas,
/// policies. For archives, which keep them as text; nothing here is ever applied to another cluster by itself.
public interface ClusterObjects extends Extension {

    /// The objects that concern these channels, or no channel in particular. What the user may not see is named in
    /// `hidden`, not a failure.
    ///
    /// @throws FaultException where the broker cannot be asked at all
    Seen objects(Set<ChannelId> channels) throws FaultException, InterruptedException;

    /// @param kind in the broker's words: `acl`, `quota`
    /// @param name unique among those of its kind
    /// @param body JSON, without secrets
    record ClusterObject(String kind, String name, String body) {}

    /// @param hidden sentences: what could not be seen, and why
    record Seen(List<ClusterObject> objects, List<String> hidden) {
        public Seen {
            objects = List.copyOf(objects);
            hidden = List.copyOf(hidden);
        }
    }
}
