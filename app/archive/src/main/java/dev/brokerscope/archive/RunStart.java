package dev.brokerscope.archive;

import dev.brokerscope.api.broker.ClusterObjects.ClusterObject;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.message.Bytes;
import java.util.List;

/// Everything that stands in an archive before its first message.
///
/// @param plan what was asked for, as JSON, without secrets
/// @param planHash of the words as typed: a run is resumed only under the same plan
/// @param actor who asked, for people; may be empty
/// @param host where it runs, for people; may be empty
/// @param writer name and version of the program
/// @param startedAt milliseconds since the epoch
/// @param objects access rules, quotas and the like of the cluster
/// @param cutAt when the ends were captured, milliseconds since the epoch
public record RunStart(RunSource source, RunKind kind, RunFidelity fidelity, String plan, Bytes planHash,
        Isolation isolation, String actor, String host, String writer, long startedAt, long cutAt,
        List<ChannelStart> channels, List<ClusterObject> objects) {

    public RunStart {
        channels = List.copyOf(channels);
        objects = List.copyOf(objects);
    }

    /// Without objects of the cluster.
    public RunStart(RunSource source, RunKind kind, RunFidelity fidelity, String plan, Bytes planHash,
            Isolation isolation, String actor, String host, String writer, long startedAt, long cutAt,
            List<ChannelStart> channels) {
        this(source, kind, fidelity, plan, planHash, isolation, actor, host, writer, startedAt, cutAt, channels,
                List.of());
    }

    RunStart planned(Bytes hash) {
        return new RunStart(source, kind, fidelity, plan, hash, isolation, actor, host, writer, startedAt, cutAt,
                channels, objects);
    }
}
