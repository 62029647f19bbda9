package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How far an archive is settled, or what was settled since then. Guarded by the ledger that holds it.
final class Settled {

    /// By partition of the archive: the first position that is not settled.
    private final Map<Integer, Position> next = new TreeMap<>();
    /// By partition of the target: where its last settled message stands.
    private final Map<Integer, Position> last = new TreeMap<>();
    private final List<Translation> translations = new ArrayList<>();
    private final List<Position> refused = new ArrayList<>();
    private long written;

    void next(Position first) {
        next.put(first.partition(), first);
    }

    void last(Position target) {
        last.put(target.partition(), target);
    }

    void translated(Translation meaning) {
        translations.add(meaning);
    }

    void refused(Position source) {
        refused.add(source);
    }

    void written(long more) {
        written += more;
    }

    /// Takes over what was settled since. What was refused of it is behind the next positions and need not be known.
    void add(Settled since) {
        next.putAll(since.next);
        last.putAll(since.last);
        translations.addAll(since.translations);
        written += since.written;
    }

    void clear() {
        next.clear();
        last.clear();
        translations.clear();
        refused.clear();
        written = 0;
    }

    List<Position> next() {
        return List.copyOf(next.values());
    }

    List<Position> last() {
        return List.copyOf(last.values());
    }

    List<Translation> translations() {
        return List.copyOf(translations);
    }

    List<Position> refused() {
        return List.copyOf(refused);
    }

    long written() {
        return written;
    }
}
