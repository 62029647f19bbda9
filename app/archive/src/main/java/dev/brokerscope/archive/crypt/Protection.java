package dev.brokerscope.archive.crypt;

import java.util.ArrayList;
import java.util.List;

/// How a new archive is encrypted, if at all.
///
/// @param locks of each new volume; none for a plain archive
/// @param keys that open what was begun before: a resume needs them, since an unfinished archive keeps its own slots
public record Protection(List<SlotLock> locks, ArchiveKeys keys) {

    /// Not at all.
    public static final Protection NONE = new Protection(List.of(), ArchiveKeys.NONE);

    public Protection {
        locks = List.copyOf(locks);
    }

    public static Protection of(SlotLock... locks) {
        return new Protection(List.of(locks), ArchiveKeys.NONE);
    }

    public boolean encrypts() {
        return !locks.isEmpty();
    }

    public Protection with(ArchiveKeys more) {
        return new Protection(locks, more);
    }

    /// The keys, and those locks that open what they close; a recipient's does not.
    public ArchiveKeys opening() {
        List<ArchiveKey> all = new ArrayList<>(keys.keys());
        for (SlotLock lock : locks) {
            switch (lock) {
                case SlotLock.ByPassphrase p -> all.add(p.key());
                case SlotLock.ByFile f -> all.add(f.key());
                case SlotLock.ForRecipient _ -> {
                }
            }
        }
        return new ArchiveKeys(all);
    }
}
