package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.FrameBinding;
import dev.brokerscope.archive.crypt.FrameCipher;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.crypt.Protection;
import dev.brokerscope.archive.crypt.StoredHashes;
import dev.brokerscope.archive.crypt.VolumeKey;
import dev.brokerscope.archive.sqlite.Database;
import dev.brokerscope.archive.sqlite.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What one volume hides, and the key to it, where somebody has it. Any thread.
final class VolumeSecrets implements AutoCloseable {

    /// Who signs the root of an encrypted volume.
    static final String SIGNER = "volume key";

    private static final String PLACE = "SELECT set_uuid, run_uuid, c.kind, c.name, c.incarnation, p.number, first_hi,"
            + " first_lo FROM block b JOIN run USING (run_id) JOIN partition p USING (partition_id)"
            + " JOIN channel c USING (channel_id) JOIN archive WHERE block_id = ?";

    private final String name;
    private final byte[] set;
    private final boolean encrypted;
    private final List<KeySlot> slots;
    private final Optional<VolumeKey> key;

    private VolumeSecrets(String name, byte[] set, boolean encrypted, List<KeySlot> slots, Optional<VolumeKey> key) {
        this.name = name;
        this.set = set;
        this.encrypted = encrypted;
        this.slots = slots;
        this.key = key;
    }

    private record Uuids(byte[] set, byte[] volume) {}

    private static Uuids uuids(Database db) throws FaultException {
        return db.first("SELECT set_uuid, volume_uuid FROM archive", row -> new Uuids(row.blob(1), row.blob(2)))
                .orElse(new Uuids(new byte[16], new byte[16]));
    }

    /// @param keys those at hand; without any an encrypted volume stays locked
    /// @throws FaultException of kind `WRONG_KEY` where there are keys, and none of them opens it
    static VolumeSecrets open(Database db, ArchiveKeys keys) throws FaultException {
        Uuids uuids = uuids(db);
        boolean encrypted = db.number("SELECT count(*) FROM feature WHERE name = ?", Origin.ENCRYPTION) > 0;
        List<KeySlot> slots = KeySlotRows.read(db);
        Optional<VolumeKey> key = encrypted ? VolumeKey.open(uuids.volume(), slots, keys) : Optional.empty();
        VolumeSecrets secrets = new VolumeSecrets(db.file().toString(), uuids.set(), encrypted, slots, key);
        if (secrets.locked() && !keys.isEmpty()) {
            throw new FaultException(FaultKind.WRONG_KEY, "archive.wrong-key",
                    "The key given does not open " + secrets.name + ": it opens with " + secrets.needs() + ".",
                    "Check the passphrase or the file, and try again.");
        }
        return secrets;
    }

    /// Gives a volume that is being made its key and its slots; its own row stands already.
    static VolumeSecrets create(Database db, Protection protection) throws FaultException {
        Uuids uuids = uuids(db);
        if (!protection.encrypts()) {
            return new VolumeSecrets(db.file().toString(), uuids.set(), false, List.of(), Optional.empty());
        }
        VolumeKey key = VolumeKey.generate(uuids.volume());
        List<KeySlot> slots = new ArrayList<>();
        for (int i = 0; i < protection.locks().size(); i++) {
            slots.add(key.slot(i + 1L, protection.locks().get(i), ""));
        }
        db.update("INSERT INTO feature VALUES (?, 1)", Origin.ENCRYPTION);
        for (KeySlot slot : slots) {
            KeySlotRows.insert(db, slot);
        }
        return new VolumeSecrets(db.file().toString(), uuids.set(), true, slots, Optional.of(key));
    }

    boolean encrypted() {
        return encrypted;
    }

    /// Whether it is encrypted, and nobody gave a key.
    boolean locked() {
        return encrypted && key.isEmpty();
    }

    List<KeySlot> slots() {
        return slots;
    }

    Optional<VolumeKey> key() {
        return key;
    }

    /// What opens it, for people: `a passphrase, or the identity of bsr1…`.
    String needs() {
        return slots.isEmpty() ? "nothing any more: its key slots are gone"
                : slots.stream().map(KeySlot::need).distinct().collect(Collectors.joining(", or "));
    }

    /// @throws FaultException of kind `WRONG_KEY` where it is locked
    void demand() throws FaultException {
        if (locked()) {
            throw new FaultException(FaultKind.WRONG_KEY, "archive.locked-by-key",
                    name + " is encrypted: its messages can only be read with " + needs() + ".",
                    "Give the passphrase or key file by reference with --key @ask or --key @file:PATH, "
                            + "or the identity with --identity FILE.");
        }
    }

    /// @throws FaultException of kind `WRONG_KEY` where it is locked
    StoredHashes hashes() throws FaultException {
        demand();
        return key.map(VolumeKey::hashes).orElse(StoredHashes.PLAIN);
    }

    BlockSeal seal(byte[] run, ManifestRows.ChannelRow channel, long partition) throws FaultException {
        return new BlockSeal(key, hashes(), new FrameBinding.Place(set, run, channel.channel().kind(),
                channel.channel().text(), channel.incarnation(), partition));
    }

    /// What the frames of a block are bound to; nothing where they are not encrypted.
    ///
    /// @throws FaultException of kind `WRONG_KEY` where it is locked
    Optional<FrameBinding> binding(Database db, long block) throws FaultException {
        demand();
        return key.isEmpty() ? Optional.empty()
                : db.first(PLACE, r -> new FrameBinding.Place(r.blob(1), r.blob(2), r.text(3),
                        r.text(4), r.text(5), r.whole(6)).block(r.whole(7), r.whole(8)), block);
    }

    /// Decrypts frames of one block as they stand in the table.
    List<Frame> open(Optional<FrameBinding> binding, List<Frame> stored) throws FaultException, DamagedBlockException {
        demand();
        if (key.isEmpty()) {
            return stored;
        }
        if (binding.isEmpty()) {
            throw new DamagedBlockException("it belongs to no run");
        }
        FrameCipher cipher = key.get().frames();
        List<Frame> frames = new ArrayList<>();
        for (Frame frame : stored) {
            frames.add(cipher.open(binding.get(), frame));
        }
        return frames;
    }

    @Override
    public void close() {
        key.ifPresent(VolumeKey::close);
    }
}
