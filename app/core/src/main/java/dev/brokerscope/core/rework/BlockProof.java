package dev.brokerscope.core.rework;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ContentCut;
import dev.brokerscope.archive.ContentHasher;
import dev.brokerscope.archive.ContentMask;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Hashes the messages of a partition while they pass, and compares each whole block with what the archive says of it.
/// One thread.
final class BlockProof {

    private final Path file;
    private final ChannelId channel;
    private final List<ContentCut> cuts;
    private final ContentHasher hasher;
    private int cut;
    private Optional<Position> behind = Optional.empty();

    private BlockProof(Path file, ChannelId channel, List<ContentCut> cuts, ContentHasher hasher) {
        this.file = file;
        this.channel = channel;
        this.cuts = cuts;
        this.hasher = hasher;
    }

    static BlockProof of(ReworkSource source, Piece piece) throws FaultException {
        var attributes = source.contents().channels().stream().filter(c -> c.id().equals(piece.channel()))
                .map(ArchiveContents.Channel::attributes).findFirst().orElseThrow();
        return new BlockProof(source.path(), piece.channel(),
                source.encrypted() ? List.of() : source.archive().contentCuts(piece.channel(), piece.partition()),
                new ContentHasher(attributes, ContentMask.ALL));
    }

    /// @throws FaultException of kind `CORRUPT` where a block ends here that holds something else than it says
    void passed(Message message) throws FaultException {
        if (hasher.count() == 0 && !begins(message)) {
            return;
        }
        hasher.add(message);
        if (hasher.count() == cuts.get(cut).count()) {
            if (!hasher.cut().equals(cuts.get(cut).hash())) {
                throw ReworkSource.damaged(file, "the contents of the block of " + channel + " partition "
                        + message.partition() + " that begins at position " + cuts.get(cut).first().lo()
                        + " do not match their hash.");
            }
            cut++;
        }
    }

    /// Up to where messages have passed without a space between them.
    Optional<Position> behind() {
        return behind;
    }

    void readTo(Position position) {
        behind = Optional.of(position);
    }

    /// Whether a block begins with this message.
    private boolean begins(Message message) {
        while (cut < cuts.size() && cuts.get(cut).first().compareTo(message.position()) < 0) {
            cut++;
        }
        return cut < cuts.size() && cuts.get(cut).first().equals(message.position());
    }
}
