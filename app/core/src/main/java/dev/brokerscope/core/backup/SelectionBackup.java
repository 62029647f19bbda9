package dev.brokerscope.core.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.ChannelStart;
import dev.brokerscope.archive.RangeStart;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.archive.RunKind;
import dev.brokerscope.archive.RunOutcome;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.WriterOptions;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;

/// Keeps messages that were found already, without reading them again: a result, or what was chosen of it. Between them
/// the archive says that positions were left out, but not whether there were messages.
public final class SelectionBackup {

    private final BackupSource source;
    private final Provenance provenance;
    private final WriterOptions options;

    public SelectionBackup(BackupSource source, Provenance provenance) {
        this.source = source;
        this.provenance = provenance;
        this.options = WriterOptions.standard();
    }

    /// @param words how it was selected, for people: `payments, value contains "PAY-90417"`
    /// @param output the archive's final name, ending in `.msgdb`
    /// @throws FaultException `REFUSED` where the output exists, `USAGE` where nothing is selected, `DISK_FULL`
    /// @throws InterruptedException where it was cancelled; nothing is left behind
    public BackupReport run(ChannelId channel, String words, Selection selection, Path output, JobContext job)
            throws FaultException, InterruptedException {
        long start = System.nanoTime();
        job.progress().phase("Looking at the selection");
        SelectedRows rows = SelectedRows.of(selection, job);
        if (rows.isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "selection.empty", "No message is selected.",
                    "Choose some messages, or keep the whole result.");
        }
        BackupPlan plan = BackupPlan.of(List.of(Slice.whole(channel)), output).with(new Extras(true, false, false))
                .consenting(EnumSet.allOf(Impact.class));
        PlanText text = new PlanText(JsonNodeFactory.instance.objectNode().put("selection", words).put("channel",
                channel.text()).toString());
        RunStart run = narrowed(new Cut(source, provenance, plan, LastRuns.NONE, options.clock(), job.progress())
                .take(), rows, text);
        job.progress().phase("Writing");
        job.progress().total(Count.exact(selection.size()));
        List<String> incomplete = write(run, rows, selection, output, job);
        Verification verification = Archive.verify(output, Verification.Level.FULL, (_, _) -> {
        });
        return FinishedBackup.report(plan, text, Optional.of(verification),
                Duration.ofNanos(System.nanoTime() - start), incomplete);
    }

    /// From the first to the last selected message of each partition.
    private static RunStart narrowed(RunStart run, SelectedRows rows, PlanText text) {
        ChannelStart all = run.channels().getFirst();
        List<RangeStart> ranges = new ArrayList<>();
        for (int number : rows.numbers()) {
            Optional<RangeStart> told = all.ranges().stream().filter(r -> r.partition() == number).findFirst();
            ranges.add(new RangeStart(told.flatMap(RangeStart::first), told.flatMap(RangeStart::stable),
                    rows.first(number), Optional.of(rows.end(number))));
        }
        ChannelStart channel = new ChannelStart(all.channel(), all.incarnation(), all.profile(), all.attributes(),
                all.definition(), ranges, all.groups());
        return new RunStart(run.source(), RunKind.SELECTION, RunFidelity.FILTERED, text.json(), text.hash(),
                run.isolation(), run.actor(), run.host(), run.writer(), run.startedAt(), run.cutAt(),
                List.of(channel));
    }

    private List<String> write(RunStart run, SelectedRows rows, Selection selection, Path output, JobContext job)
            throws FaultException, InterruptedException {
        ArchiveWriter writer = ArchiveWriter.create(output, run, options);
        boolean sealed = false;
        try {
            SchemaCollector schemas = new SchemaCollector(source.decoders(), source.schemas(), List.of());
            for (int number : rows.numbers()) {
                append(run.channels().getFirst(), number, rows, selection, writer, schemas, job);
            }
            List<String> incomplete = schemas.finish(writer);
            writer.finish(incomplete.isEmpty() ? RunOutcome.COMPLETE : RunOutcome.COMPLETE_WITH_GAPS);
            writer.seal();
            sealed = true;
            return incomplete;
        } finally {
            if (sealed) {
                writer.close();
            } else {
                writer.discard();
            }
        }
    }

    private static void append(ChannelStart channel, int number, SelectedRows rows, Selection selection,
            ArchiveWriter writer, SchemaCollector schemas, JobContext job)
            throws FaultException, InterruptedException {
        Position expected = rows.first(number);
        PrimitiveIterator.OfLong ordered = rows.ordered(number).iterator();
        while (ordered.hasNext()) {
            job.pausePoint();
            if (selection.entry(ordered.nextLong()) instanceof Entry.Message(Message message)
                    && message.position().compareTo(expected) >= 0) {
                if (channel.profile().dense() && message.position().compareTo(expected) > 0) {
                    writer.gap(channel.channel(),
                            new CursorEvent.Gap(expected, message.position(), GapReason.FILTERED, false), "");
                }
                for (Sighting seen : schemas.look(channel.channel(), List.of(message))) {
                    writer.schema(seen.channel(), seen.side(), seen.schema(), 0);
                }
                writer.append(channel.channel(), message);
                expected = message.position().next();
                job.progress().add(1, Math.max(0, message.keySize()) + (long) Math.max(0, message.valueSize()));
            }
        }
        writer.checkpoint(channel.channel(), List.of(rows.end(number)));
    }
}
