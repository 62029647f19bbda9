package dev.brokerscope.core.restore;

import dev.brokerscope.api.message.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A message between being handed over and being settled. Guarded by the ledger that holds it.
final class InFlight {

    /// What became of it.
    enum Fate {
        OPEN, WRITTEN, REFUSED
    }

    private final Position source;
    private List<Position> wanted;
    private Fate fate = Fate.OPEN;
    private boolean answered;
    private Optional<Position> target = Optional.empty();

    /// @param wanted old positions of groups that mean this message
    InFlight(Position source, List<Position> wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    Position source() {
        return source;
    }

    Fate fate() {
        return fate;
    }

    Optional<Position> target() {
        return target;
    }

    List<Position> wanted() {
        return wanted;
    }

    boolean answered() {
        return answered;
    }

    void answer() {
        answered = true;
    }

    void settle(Fate given, Optional<Position> at) {
        fate = given;
        target = at;
    }

    /// Takes over what another one stood for.
    void inherit(List<Position> more) {
        List<Position> both = new ArrayList<>(wanted);
        both.addAll(more);
        wanted = both;
    }

    void disinherit() {
        wanted = List.of();
    }
}
