package dev.brokerscope.plugin.rabbitmq.stream;

/// How many chunks the server may send unasked: as many as fit into memory, by the size of those that came. Any thread.
final class Credits {

    /// Enough for a first page.
    static final int FIRST = 2;

    private static final int MOST = 64;

    private final long budget;
    private long held;
    private long typical = 1;
    private int outstanding;

    Credits(long budget) {
        this.budget = budget;
    }

    /// After subscribing: what came before will not be asked for again.
    synchronized void begin() {
        outstanding = FIRST;
        held = 0;
    }

    /// @return so many more chunks may come
    synchronized int came(long bytes) {
        outstanding--;
        held += bytes;
        typical = Math.max(bytes, typical - typical / 8);
        return more();
    }

    synchronized int taken(long bytes) {
        held = Math.max(0, held - bytes);
        return more();
    }

    private int more() {
        long room = Math.max(0, budget - held) / typical;
        long wanted = held == 0 ? Math.max(1, room) : room;
        int more = (int) Math.min(MOST, wanted) - outstanding;
        if (more <= 0 || more < outstanding / 2 && outstanding > 1) {
            return 0;
        }
        outstanding += more;
        return more;
    }
}
