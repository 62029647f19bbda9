package dev.brokerscope.faults.child;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.ChannelDefinitions;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.ListQuery;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.ChannelNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.faults.harness.Child;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Does with each archive that it is told of everything that can be done with one, in little memory. Says
/// `looked MILLIS`, and `DEFECT` where anything but a fault came out.
public final class ReaderChild {

    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int ENOUGH = 100_000;

    private ReaderChild() {}

    /// Lines are file names.
    public static void main(String[] none) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(Child.READY);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Path file = Path.of(line);
            long start = System.nanoTime();
            for (Verification.Level level : Verification.Level.values()) {
                attempt("verify " + level, () -> Archive.verify(file, level, Verification.Listener.NONE));
            }
            attempt("open", () -> read(file));
            System.out.println("looked " + Duration.ofNanos(System.nanoTime() - start).toMillis());
            System.out.flush();
        }
    }

    /// Something that an archive may refuse.
    private interface Attempt {
        void run() throws FaultException, InterruptedException, IOException;
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (FaultException expected) {
            if (expected.kind() == FaultKind.INTERNAL) {
                tell(what, expected);
            }
        } catch (Exception | Error defect) {
            tell(what, defect);
        }
    }

    private static void tell(String what, Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        System.out.println("DEFECT " + what + ": " + trace.toString().lines()
                .filter(l -> !l.contains("java.base") && !l.contains("faults")).limit(6).toList());
    }

    private static void read(Path file) throws FaultException {
        try (Archive archive = Archive.open(file)) {
            attempt("contents", archive::contents);
            attempt("dump", () -> archive.dump(new StringBuilder()));
            attempt("schemas", () -> {
                for (ArchiveContents.Schema schema : archive.contents().schemas()) {
                    archive.schemas().find(schema.id());
                }
            });
            Session session = archive.session();
            attempt("list", () -> {
                List<ChannelNode> nodes = session.list(Optional.empty(), ListQuery.ALL).items();
                nodes.stream().limit(5).forEach(node -> attempt("channel", () -> channel(archive, session, node.id())));
            });
        }
    }

    private static void channel(Archive archive, Session session, ChannelId id)
            throws FaultException, InterruptedException {
        attempt("describe", () -> session.describe(id));
        attempt("ends", () -> session.ends(Set.of(id), Isolation.COMMITTED));
        attempt("groups", () -> session.extension(GroupStates.class).orElseThrow().groups(id));
        attempt("definitions", () -> session.extension(ChannelDefinitions.class).orElseThrow().define(id));
        attempt("messages", () -> messages(session, OpenRequest.everything(id)));
        attempt("newest", () -> messages(session, OpenRequest.everything(id).from(new Start.LastN(10))));
        attempt("times", () -> messages(session, OpenRequest.everything(id).from(new Start.AtTime(1))));
        int partitions = Math.min(4, session.describe(id).partitions().size());
        for (int number = 0; number < partitions; number++) {
            int partition = number;
            attempt("cuts", () -> archive.contentCuts(id, partition));
            attempt("message", () -> archive.message(id, Position.of(partition, 700)));
        }
    }

    private static void messages(Session session, OpenRequest request) throws FaultException, InterruptedException {
        try (Cursor cursor = session.open(request)) {
            Batch batch;
            int seen = 0;
            do {
                batch = cursor.next(WAIT);
                seen += batch.messages().size() + batch.events().size() + 1;
            } while (!batch.end() && seen < ENOUGH);
        }
    }
}
