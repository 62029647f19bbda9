package dev.brokerscope.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.crypt.KeySlot;
import dev.brokerscope.archive.sqlite.Database;
import java.util.List;
import java.util.Optional;

/// The table of key slots.
final class KeySlotRows {

    private KeySlotRows() {}

    /// Kinds that are not known are left out: another slot may open the volume.
    static List<KeySlot> read(Database db) throws FaultException {
        record Raw(long number, Optional<KeySlot.Kind> kind, String parameters, byte[] wrapped) {}
        return db.list("SELECT slot, kind, parameters, wrapped_key FROM key_slot ORDER BY slot",
                r -> new Raw(r.whole(1), Words.parse(KeySlot.Kind.class, r.text(2)), r.text(3), r.blob(4))).stream()
                .filter(r -> r.kind().isPresent())
                .map(r -> new KeySlot(r.number(), r.kind().get(), r.parameters(), r.wrapped())).toList();
    }

    static void insert(Database db, KeySlot slot) throws FaultException {
        db.update("INSERT INTO key_slot VALUES (?, ?, ?, ?)", slot.number(), slot.kind().text(), slot.parameters(),
                slot.wrappedKey());
    }
}
