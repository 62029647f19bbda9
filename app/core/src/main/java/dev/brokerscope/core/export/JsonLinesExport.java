package dev.brokerscope.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.brokerscope.api.broker.Batch;
import dev.brokerscope.api.broker.Cursor;
import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.ChannelDetails;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.slice.ConsentWord;
import dev.brokerscope.core.slice.Slice;
import dev.brokerscope.core.slice.SliceResolver;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes slices of channels into one file of JSON Lines, in order per partition. The file appears under its name once
/// it is whole.
public final class JsonLinesExport {

    private static final Duration WAIT = Duration.ofMillis(500);

    private final Session session;
    private final SchemaSource schemas;
    private final DecoderChain decoders;
    private long messages;
    private long gaps;
    private boolean harmed;

    public JsonLinesExport(Session session, SchemaSource schemas, DecoderChain decoders) {
        this.session = session;
        this.schemas = schemas;
        this.decoders = decoders;
    }

    /// @throws FaultException `REFUSED` where the file exists, `DISK_FULL`, `FILE_ACCESS`, or why the source could not
    /// be read
    public ExportReport run(List<Slice> slices, Path file, Isolation isolation, Set<Impact> consent, JobContext job)
            throws FaultException, InterruptedException {
        if (Files.exists(file)) {
            throw new FaultException(FaultKind.REFUSED, "export.exists", "The file " + file + " exists already.",
                    "Choose another name, or remove it.");
        }
        job.progress().phase("Exporting");
        Path draft = file.resolveSibling(file.getFileName() + ".partial");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(slices, isolation, consent, out, job);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return new ExportReport(file, slices.size(), messages, gaps, Files.size(file), harmed);
        } catch (IOException e) {
            throw fault(file, e);
        } finally {
            remove(draft);
        }
    }

    private void write(List<Slice> slices, Isolation isolation, Set<Impact> consent, BufferedWriter out,
            JobContext job) throws FaultException, InterruptedException, IOException {
        Set<ChannelId> channels = slices.stream().map(Slice::channel).collect(Collectors.toSet());
        Map<ChannelId, List<Position>> ends = session.ends(channels, isolation);
        SliceResolver resolver = new SliceResolver(session, isolation, consent);
        Count total = Count.exact(0);
        for (Slice slice : slices) {
            ChannelDetails details = session.describe(slice.channel());
            ConsentWord.demand(details, consent);
            List<SliceResolver.Range> ranges = resolver
                    .resolve(slice, details, ends.getOrDefault(slice.channel(), List.of())).stream()
                    .filter(r -> !r.isEmpty()).toList();
            if (!ranges.isEmpty()) {
                total = total.plus(slice.isWhole() ? details.count() : Count.UNKNOWN);
                job.progress().total(total);
                copy(request(slice, ranges, isolation, consent), details, out, job);
            }
        }
    }

    private static OpenRequest request(Slice slice, List<SliceResolver.Range> ranges, Isolation isolation,
            Set<Impact> consent) {
        OpenRequest some = OpenRequest.everything(slice.channel()).isolated(isolation).consenting(consent)
                .only(ranges.stream().map(SliceResolver.Range::partition).collect(Collectors.toSet()));
        List<Position> ends = ranges.stream().flatMap(r -> r.end().stream()).toList();
        return ends.size() < ranges.size()
                ? some
                : some.from(new Start.AtPositions(ranges.stream().map(SliceResolver.Range::begin).toList()))
                        .to(new End.BeforePositions(ends));
    }

    private void copy(OpenRequest request, ChannelDetails details, BufferedWriter out, JobContext job)
            throws FaultException, InterruptedException, IOException {
        ChannelId channel = details.id();
        MessageJsonWriter writer = new MessageJsonWriter(session::notation, details.attributes(),
                (json, message) -> decoded(json, channel, message));
        try (Cursor cursor = session.open(request)) {
            Batch batch;
            do {
                job.pausePoint();
                batch = cursor.next(WAIT);
                for (CursorEvent event : batch.events()) {
                    if (event instanceof CursorEvent.Gap gap) {
                        out.append(writer.line(channel, gap)).append('\n');
                        gaps++;
                        harmed |= !gap.reason().harmless();
                    }
                }
                long size = 0;
                for (Message message : batch.messages()) {
                    out.append(writer.line(channel, message)).append('\n');
                    size += Math.max(0, message.keySize()) + Math.max(0, message.valueSize());
                }
                messages += batch.messages().size();
                job.progress().add(batch.messages().size(), size);
            } while (!batch.end());
        }
    }

    private void decoded(JsonGenerator json, ChannelId channel, Message message) throws IOException {
        try {
            new DecodedJson(json).write(
                    decoders.decode(Payload.key(channel, message), schemas, Optional.empty()),
                    decoders.decode(Payload.value(channel, message), schemas, Optional.empty()));
        } catch (InterruptedException e) {
            // the generator's lambda cannot tell it; the next pause point does
            Thread.currentThread().interrupt();
        }
    }

    private static FaultException fault(Path file, IOException e) {
        String text = String.valueOf(e.getMessage());
        return text.contains("No space left") || text.contains("not enough space")
                ? new FaultException(FaultKind.DISK_FULL, "export.disk-full", "The disk is full: " + file
                        + " was not written.", "Free some space and try again.", e)
                : new FaultException(FaultKind.FILE_ACCESS, "export.not-writable", file + " cannot be written.",
                        "Check the folder and its permissions.", e);
    }

    private static void remove(Path draft) throws FaultException {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "export.draft", "The unfinished " + draft
                    + " cannot be deleted.", "Delete it.", e);
        }
    }
}
