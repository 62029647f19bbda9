package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.decode.RegisteredSchema;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What an earlier attempt left behind: read once before it is continued, so that the sealed file is the same as if
/// there had been no interruption.
record Unfinished(ArchiveContents contents, Optional<SchemaCollector> schemas) {

    private static final Duration WAIT = Duration.ofMillis(500);

    static Unfinished read(Path partial, BackupSource source, BackupPlan plan)
            throws FaultException, InterruptedException {
        try (Archive archive = Archive.open(partial, plan.storing().encryption().protection().opening())) {
            ArchiveContents contents = archive.contents();
            demandSameCluster(contents, source, partial);
            if (!plan.schemas()) {
                return new Unfinished(contents, Optional.empty());
            }
            SchemaCollector schemas =
                    new SchemaCollector(source.decoders(), source.schemas(), known(archive, contents));
            for (ArchiveContents.Channel channel : contents.channels()) {
                count(archive, channel, contents.runs().getLast().id(), schemas);
            }
            return new Unfinished(contents, Optional.of(schemas));
        }
    }

    /// Whether only the seal is missing.
    boolean ended() {
        return contents.runs().stream().noneMatch(r -> r.state() == RunState.RUNNING);
    }

    static void demandSameCluster(ArchiveContents contents, BackupSource source, Path partial)
            throws FaultException {
        Optional<String> now = source.session().clusterId();
        for (ArchiveContents.Run run : contents.runs()) {
            Optional<String> then = run.source().clusterId();
            if (then.isPresent() && now.isPresent() && !then.equals(now)) {
                throw new FaultException(FaultKind.REFUSED, "resume.other-cluster",
                        partial + " was begun on the cluster " + then.get() + ", but " + source.label() + " is "
                                + now.get() + ".",
                        "Resume with the connection it was begun with.");
            }
        }
    }

    private static List<RegisteredSchema> known(Archive archive, ArchiveContents contents)
            throws FaultException, InterruptedException {
        List<RegisteredSchema> known = new ArrayList<>();
        for (ArchiveContents.Schema schema : contents.schemas()) {
            if (schema.known()) {
                known.add(archive.schemas().find(schema.id()));
            }
        }
        return known;
    }

    /// Looks at what the run has kept of a channel.
    private static void count(Archive archive, ArchiveContents.Channel channel, UUID run, SchemaCollector schemas)
            throws FaultException, InterruptedException {
        List<ArchiveContents.Coverage> kept = channel.partitions().stream().flatMap(p -> p.coverage().stream())
                .filter(c -> c.run().equals(run)).toList();
        if (kept.isEmpty()) {
            return;
        }
        OpenRequest request = OpenRequest.everything(channel.id())
                .from(new Start.AtPositions(kept.stream().map(ArchiveContents.Coverage::begin).toList()))
                .to(new End.BeforePositions(kept.stream().map(ArchiveContents.Coverage::next).toList()));
        try (Cursor cursor = archive.session().open(request)) {
            Batch batch;
            do {
                batch = cursor.next(WAIT);
                schemas.look(channel.original(), batch.messages());
            } while (!batch.end());
        }
    }
}
