package dev.brokerscope.archive;

import dev.brokerscope.api.broker.GapReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A strip of the coverage while it is drawn: where several meet in one step, what is worse wins. One thread.
final class Steps {

    private static final GapReason[] REASONS = GapReason.values();
    private static final byte NOTHING = -2;
    private static final byte HELD = -1;

    private final byte[] steps;
    private boolean drawn;

    Steps(int count) {
        steps = new byte[count];
        java.util.Arrays.fill(steps, NOTHING);
    }

    /// @param from and `to`: 0 … 1; at least one step is marked
    void mark(double from, double to, Optional<GapReason> gap) {
        int begin = Math.clamp((long) Math.floor(from * steps.length), 0, steps.length - 1);
        int end = Math.clamp((long) Math.ceil(to * steps.length), begin + 1, steps.length);
        byte code = gap.map(g -> (byte) g.ordinal()).orElse(HELD);
        for (int i = begin; i < end; i++) {
            steps[i] = worse(steps[i], code) ? code : steps[i];
        }
        drawn = true;
    }

    private static boolean worse(byte before, byte code) {
        return rank(code) > rank(before);
    }

    private static int rank(byte code) {
        return code < 0 ? code : switch (REASONS[code]) {
            case FILTERED, ERASED -> 1;
            case COMPACTED, SPARSE -> 2;
            case TRANSACTIONAL, ABORTED -> 3;
            case RETENTION -> 4;
            case TRUNCATED -> 5;
            case UNREADABLE -> 6;
        };
    }

    List<CoverageMap.Piece> pieces() {
        List<CoverageMap.Piece> pieces = new ArrayList<>();
        if (!drawn) {
            return pieces;
        }
        int begin = 0;
        for (int i = 1; i <= steps.length; i++) {
            if (i == steps.length || steps[i] != steps[begin]) {
                if (steps[begin] != NOTHING) {
                    pieces.add(new CoverageMap.Piece(begin / (double) steps.length, i / (double) steps.length,
                            steps[begin] == HELD ? Optional.empty() : Optional.of(REASONS[steps[begin]])));
                }
                begin = i;
            }
        }
        return pieces;
    }
}
