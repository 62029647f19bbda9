package dev.brokerscope.bench.client;

import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Opens an archive, then reads single messages at random offsets and the first page behind random times. Prints
/// `NAME MILLISECONDS` lines. The first reads of all stand apart: they are those of a cold program.
final class ArchiveReads {

    private static final int WARM_UP = 500;
    private static final int READS = 2_000;
    private static final int TIMES = 200;
    private static final OpenRequest.Limits PAGE = new OpenRequest.Limits(100, 1L << 20);

    private final Archive archive;
    private final ChannelId channel;
    private final List<Position> ends;
    private final SplittableRandom random = new SplittableRandom(7);

    private ArchiveReads(Archive archive, ChannelId channel) throws FaultException, InterruptedException {
        this.archive = archive;
        this.channel = channel;
        try (Session session = archive.session()) {
            this.ends = session.ends(Set.of(channel), Isolation.COMMITTED).getOrDefault(channel, List.of());
        }
    }

    /// Arguments: the archive, its one channel's kind and name, first and last time of its messages.
    public static void main(String[] arguments) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        try (Archive archive = Archive.open(Path.of(arguments[0]))) {
            print("open", millis(start));
            ArchiveReads reads = new ArchiveReads(archive, ChannelId.of(arguments[1], arguments[2]));
            long first = System.nanoTime();
            reads.point();
            print("first-point", millis(first));
            reads.points();
            reads.times(Long.parseLong(arguments[3]), Long.parseLong(arguments[4]));
        }
    }

    private void points() throws FaultException {
        for (int i = 0; i < WARM_UP; i++) {
            point();
        }
        double[] millis = new double[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            point();
            millis[i] = millis(start);
        }
        percentiles("point", millis);
    }

    private void point() throws FaultException {
        Position end = ends.get(random.nextInt(ends.size()));
        Position wanted = Position.of(end.partition(), random.nextLong(end.lo()));
        if (archive.message(channel, wanted).isEmpty()) {
            throw new IllegalStateException("There is no message at " + wanted);
        }
    }

    /// The first page of a partition behind a time.
    private void times(long from, long to) throws FaultException, InterruptedException {
        double[] millis = new double[TIMES];
        for (int i = -TIMES; i < TIMES; i++) {
            long start = System.nanoTime();
            page(from + random.nextLong(Math.max(1, to - from)));
            if (i >= 0) {
                millis[i] = millis(start);
            }
        }
        percentiles("time-range", millis);
    }

    private void page(long time) throws FaultException, InterruptedException {
        OpenRequest request = new OpenRequest(channel, Optional.empty(), new Start.AtTime(time), new End.Snapshot(),
                Isolation.COMMITTED, PAGE, Set.of());
        try (Session session = archive.session(); Cursor cursor = session.open(request)) {
            if (cursor.next(Duration.ofSeconds(10)).messages().isEmpty()) {
                throw new IllegalStateException("There is no message at or behind " + time);
            }
        }
    }

    private static void percentiles(String name, double[] millis) {
        Arrays.sort(millis);
        print(name + "-p50", millis[millis.length / 2]);
        print(name + "-p95", millis[(int) (millis.length * 0.95)]);
        print(name + "-max", millis[millis.length - 1]);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String name, double millis) {
        System.out.printf(Locale.ROOT, "%s %.3f%n", name, millis);
    }
}
