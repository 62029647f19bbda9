package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A sealed archive that is read to make another one. Its manifest is proven when it is opened, its messages while they
/// are read; whatever does not hold ends the work, since only `recover` may take parts of what is damaged. One thread.
final class ReworkSource implements AutoCloseable {

    private final Path path;
    private final Archive archive;
    private final ArchiveContents contents;
    private final Session session;
    private final Map<String, BlockProof> proofs = new LinkedHashMap<>();

    private ReworkSource(Path path, Archive archive, ArchiveContents contents) {
        this.path = path;
        this.archive = archive;
        this.contents = contents;
        this.session = archive.session();
    }

    /// @throws FaultException `CORRUPT` where its manifest is damaged, `REFUSED` where it is not sealed
    static ReworkSource open(Path path, ArchiveKeys keys) throws FaultException, InterruptedException {
        Verification quick = Archive.verify(path, Verification.Level.QUICK, Verification.Listener.NONE);
        switch (quick.state()) {
            case DAMAGED -> throw damaged(path, quick.problems().isEmpty() ? ""
                    : quick.problems().getFirst().message());
            case UNFINISHED -> throw new FaultException(FaultKind.REFUSED, "rework.unfinished",
                    path + " is not finished.",
                    "Resume its backup first, or take what it holds with: brokerscope recover");
            case SOUND -> {
            }
        }
        Archive archive = Archive.open(path, keys);
        try {
            return new ReworkSource(path, archive, archive.contents());
        } catch (FaultException e) {
            archive.close();
            throw e;
        }
    }

    /// What was taken out of a damaged archive: nothing of it is proven yet.
    static ReworkSource salvaged(Path path, ArchiveKeys keys) throws FaultException {
        Archive archive = Archive.open(path, keys);
        try {
            return new ReworkSource(path, archive, archive.contents());
        } catch (FaultException e) {
            archive.close();
            throw e;
        }
    }

    static FaultException damaged(Path path, String what) {
        return new FaultException(FaultKind.CORRUPT, "rework.damaged", (path + " is damaged: " + what).strip(),
                "Take another copy if there is one, or what it still holds with: brokerscope recover");
    }

    Path path() {
        return path;
    }

    Archive archive() {
        return archive;
    }

    ArchiveContents contents() {
        return contents;
    }

    Session session() {
        return session;
    }

    /// Then the hashes of the archive are keyed, and its frames prove themselves when they are decrypted.
    boolean encrypted() {
        return contents.features().stream().anyMatch(f -> f.name().equals("encryption"));
    }

    /// What proves the messages of a partition while they are read, piece after piece.
    BlockProof proof(Piece piece) throws FaultException {
        String key = piece.channel() + "/" + piece.partition();
        BlockProof known = proofs.get(key);
        if (known == null || !known.behind().equals(Optional.of(piece.from()))) {
            known = BlockProof.of(this, piece);
            proofs.put(key, known);
        }
        return known;
    }

    @Override
    public void close() {
        archive.close();
    }
}
