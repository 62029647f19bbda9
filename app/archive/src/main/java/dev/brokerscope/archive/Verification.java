package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a check of an archive found.
///
/// @param remarks sentences about what is not there, but need not be: the first volumes of a set
/// @param blocks how many blocks were looked at
/// @param messages how many messages these hold
/// @param bytes read from the file
public record Verification(Path file, Level level, State state, List<Problem> problems, List<String> remarks,
        long blocks, long messages, long bytes) {

    /// How thorough a check is; each includes the ones before.
    public enum Level {
        /// The manifest: seal, root, arithmetic.
        QUICK,
        /// Every bit of the file.
        FULL,
        /// Every message is inflated and hashed anew: finds forgeries too.
        DEEP
    }

    /// The answer in one word.
    public enum State {
        SOUND,
        /// Not sealed, and nothing wrong with what is there.
        UNFINISHED, DAMAGED
    }

    /// @param code stable: `file.hash`, `block.crc`, `root`
    /// @param message one sentence
    /// @param channel where it belongs to one
    /// @param first first position concerned, where it belongs to a block
    public record Problem(String code, String message, Optional<ChannelId> channel, Optional<Position> first) {}

    /// Told how far a check has come; called often, by any of the checking threads, one at a time.
    public interface Listener {
        Listener NONE = (done, total) -> {};

        /// Bytes of work done and to do.
        void progressed(long done, long total);
    }

    public Verification {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
