package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.crypt.SlotLock;
import dev.brokerscope.archive.crypt.VolumeKey;
import dev.brokerscope.archive.sqlite.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The key slots of one sealed volume: they change without any message being written again. The master key stays, and
/// with it what somebody knows who once had it; a new one comes with a copy of the archive.
///
/// Faults: `REFUSED` for an archive that is not encrypted or not finished, `WRONG_KEY`, `LOCKED`, `CORRUPT`.
public final class ArchiveSlots {

    private ArchiveSlots() {}

    public static List<KeySlot> list(Path volume) throws FaultException {
        try (Archive archive = Archive.open(volume)) {
            return archive.keySlots();
        }
    }

    /// @param label for people; may be empty
    /// @return the new slots
    public static List<KeySlot> add(Path volume, ArchiveKeys keys, List<SlotLock> locks, String label)
            throws FaultException {
        return change(volume, db -> insert(db, keys, locks, label));
    }

    /// Removes a slot; the last one stays, or nothing would open the archive any more.
    public static void remove(Path volume, long slot) throws FaultException {
        change(volume, db -> {
            KeySlot found = find(db, slot);
            if (KeySlotRows.read(db).size() == 1) {
                throw new FaultException(FaultKind.REFUSED, "keys.last", "Slot " + slot + " is the last of " + volume
                        + ": without it nothing would open the archive any more.",
                        "Add another first, or replace it: brokerscope keys rotate");
            }
            db.update("DELETE FROM key_slot WHERE slot = ?", found.number());
            return List.of();
        });
    }

    /// Replaces slots by new ones, in one step.
    ///
    /// @param slots the numbers of those that go; all where it is empty
    /// @return the new slots
    public static List<KeySlot> rotate(Path volume, ArchiveKeys keys, Set<Long> slots, List<SlotLock> locks,
            String label) throws FaultException {
        return change(volume, db -> {
            for (long slot : slots) {
                find(db, slot);
            }
            Set<Long> old = KeySlotRows.read(db).stream().map(KeySlot::number)
                    .filter(n -> slots.isEmpty() || slots.contains(n)).collect(Collectors.toSet());
            List<KeySlot> added = insert(db, keys, locks, label);
            for (long slot : old) {
                db.update("DELETE FROM key_slot WHERE slot = ?", slot);
            }
            return added;
        });
    }

    /// Gives an archive its seal again that lost it while slots were changed, after checking what it holds.
    ///
    /// @param keys without any, only what needs none is checked
    /// @return whether there was anything to do
    public static boolean reseal(Path volume, ArchiveKeys keys) throws FaultException, InterruptedException {
        return SealedVolume.reseal(volume, keys);
    }

    private static KeySlot find(Database db, long slot) throws FaultException {
        return KeySlotRows.read(db).stream().filter(s -> s.number() == slot).findFirst()
                .orElseThrow(() -> new FaultException(FaultKind.NOT_FOUND, "keys.slot", db.file() + " has no slot "
                        + slot + ".", "List the slots with: brokerscope keys list ARCHIVE"));
    }

    private static List<KeySlot> insert(Database db, ArchiveKeys keys, List<SlotLock> locks, String label)
            throws FaultException {
        if (locks.isEmpty()) {
            throw new IllegalArgumentException("no new key was given");
        }
        try (VolumeSecrets secrets = VolumeSecrets.open(db, keys)) {
            secrets.demand();
            VolumeKey key = secrets.key().orElseThrow();
            long next = db.number("SELECT coalesce(max(slot), 0) + 1 FROM key_slot");
            List<KeySlot> added = new ArrayList<>();
            for (SlotLock lock : locks) {
                KeySlot slot = key.slot(next++, lock, label);
                KeySlotRows.insert(db, slot);
                added.add(slot);
            }
            return added;
        }
    }

    private static List<KeySlot> change(Path volume, SealedVolume.Edit<List<KeySlot>> edit) throws FaultException {
        return SealedVolume.edit(volume, db -> {
            demandEncrypted(volume, db);
            return edit.apply(db);
        });
    }

    private static void demandEncrypted(Path volume, Database db) throws FaultException {
        if (!VolumeSecrets.open(db, ArchiveKeys.NONE).encrypted()) {
            throw new FaultException(FaultKind.REFUSED, "keys.plain", volume + " is not encrypted: it has no keys.",
                    "Encrypt a copy: brokerscope copy ARCHIVE --out FILE --encrypt-passphrase @ask");
        }
    }
}
