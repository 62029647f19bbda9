package dev.brokerscope.archive;

import dev.brokerscope.api.broker.ClusterObjects.ClusterObject;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaId;
import dev.brokerscope.api.message.AttributeSchema;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// What an archive says of itself, without touching a message. Times are milliseconds since the epoch.
///
/// @param format major version · 1000 + minor version
/// @param volumeId of the first volume that is there
/// @param createdAt of the same
/// @param volumes in their order; one, where the archive is a single file
public record ArchiveContents(int format, UUID setId, UUID volumeId, long createdAt, String writer, Seal seal,
        List<Feature> features, List<Volume> volumes, List<Run> runs, List<Channel> channels, List<Schema> schemas) {

    public ArchiveContents {
        features = List.copyOf(features);
        volumes = List.copyOf(volumes);
        runs = List.copyOf(runs);
        channels = List.copyOf(channels);
        schemas = List.copyOf(schemas);
    }

    /// One file of a set, or the only one.
    ///
    /// @param number from 1 on; shards may share one
    public record Volume(Path file, UUID id, long number, long createdAt, Seal seal) {}

    /// Whether the volume is closed for good; of a set, all of them and the run too.
    public sealed interface Seal {
        record Sealed(long at, Bytes root) implements Seal {}

        /// Being written, or left behind by a run that can be resumed.
        record Unfinished() implements Seal {}
    }

    /// @param required a reader that does not know it must refuse the archive
    public record Feature(String name, boolean required) {}

    /// @param objects access rules, quotas and the like of the cluster, as they were at the cut
    public record Run(UUID id, RunSource source, RunKind kind, RunFidelity fidelity, RunState state, long startedAt,
            OptionalLong cutAt, OptionalLong finishedAt, Optional<Isolation> isolation, String plan, Bytes planHash,
            String actor, String host, Optional<String> error, List<Event> events,
            List<ClusterObject> objects) {
        public Run {
            objects = List.copyOf(objects);
            events = List.copyOf(events);
        }
    }

    /// Something worth knowing that happened during a run.
    public record Event(String kind, Optional<ChannelId> channel, Optional<Position> position, String detail) {}

    /// One incarnation of a channel.
    ///
    /// @param id as the archive's session shows it: an older incarnation is `orders~1`
    /// @param original as the broker named it
    /// @param profile what the broker stated, not the archive's own
    public record Channel(ChannelId id, ChannelId original, String incarnation, ChannelProfile profile,
            AttributeSchema attributes, ChannelDefinition definition, List<Partition> partitions,
            List<GroupStates.GroupState> groups, List<SchemaUse> schemas) {
        public Channel {
            partitions = List.copyOf(partitions);
            groups = List.copyOf(groups);
            schemas = List.copyOf(schemas);
        }
    }

    /// @param coverage one per run that read it; empty where none did
    public record Partition(int number, List<Coverage> coverage) {
        public Partition {
            coverage = List.copyOf(coverage);
        }
    }

    /// What one run holds of one partition.
    ///
    /// @param next the first position that was not read
    /// @param bytes before compression: keys, values, headers
    /// @param timeMin true minimum, absent where no message has a time
    /// @param holes positions within the blocks that hold no message
    /// @param contentHash absent while unfinished
    public record Coverage(UUID run, Position begin, Optional<Position> end, Position next, long messages,
            long tombstones, long bytes, OptionalLong timeMin, OptionalLong timeMax, long holes,
            Optional<Bytes> contentHash, List<Gap> gaps) {
        public Coverage {
            gaps = List.copyOf(gaps);
        }
    }

    /// Positions in `[from, next)` that hold no message.
    public record Gap(Position from, Position next, GapReason reason, boolean measured, String detail) {}

    /// @param known whether its text is embedded
    public record Schema(String registry, SchemaId id, String kind, boolean known) {}

    public record SchemaUse(Sample.Side side, String registry, SchemaId id, long count) {}
}
