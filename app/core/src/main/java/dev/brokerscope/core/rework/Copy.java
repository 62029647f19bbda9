package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.core.decode.Decoding;
import dev.brokerscope.core.decode.Payload;
import dev.brokerscope.core.decode.Preview;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.mask.MaskRules;
import dev.brokerscope.core.mask.MessageMask;
import dev.brokerscope.core.query.FilterWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an archive anew: compressed or encrypted in another way, with fewer messages, or with masked ones. Without
/// filter and mask the copy holds the same runs, and its partitions have the same content hashes.
public final class Copy {

    private static final String FILTERED = "the filter of a copy left these out";
    private static final String MASKED_OUT = "the masking rules of a copy left these out";

    private final ReworkTools tools;

    public Copy(ReworkTools tools) {
        this.tools = tools;
    }

    /// @throws FaultException `CORRUPT` where the input is damaged, `REFUSED` where the output exists or a masking rule
    /// cannot be applied
    public ReworkReport run(CopyPlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        NewArchive.demandFree(plan.output());
        job.progress().phase("Looking at " + plan.input().getFileName());
        try (ReworkSource source = tools.open(plan.input())) {
            MessageEdit edit = edit(plan, source);
            List<SourceRun> runs = new ArrayList<>();
            for (SourceRun run : SourceRun.all(source)) {
                runs.add(plan.mask().isPresent() ? run.derived(tools.options().ids().get(), RunFidelity.MASKED)
                        : plan.filter().isPresent()
                                ? run.derived(tools.options().ids().get(), RunFidelity.FILTERED)
                                : run);
            }
            tools.audit().record("archive.copy", plan.output().toString(), Map.of("from", plan.input().toString(),
                    "filtered", String.valueOf(plan.filter().isPresent()),
                    "mask", plan.mask().map(MaskRules::statement).orElse("")));
            NewArchive.announce(runs, job);
            ReworkReport.Made made = new NewArchive(plan.output(), tools, job).write(runs, edit, remarks(plan));
            return new ReworkReport("copy", List.of(plan.input()), List.of(made), List.of(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static List<NewArchive.Remark> remarks(CopyPlan plan) {
        List<NewArchive.Remark> remarks = new ArrayList<>();
        plan.filter().ifPresent(f -> remarks.add(new NewArchive.Remark("filtered", "by a copy with a filter")));
        plan.mask().ifPresent(m -> remarks.add(new NewArchive.Remark("masked", m.statement())));
        return remarks;
    }

    private MessageEdit edit(CopyPlan plan, ReworkSource source) {
        MessageEdit edit = plan.filter().map(f -> filter(f, source.archive().schemas())).orElse(MessageEdit.NONE);
        return plan.mask().map(m -> edit.then(mask(m.mask(tools.decoders(), source.archive().schemas()))))
                .orElse(edit);
    }

    private MessageEdit filter(FilterWords words, SchemaSource schemas) {
        return (channel, message) -> words.filter().matches(message, m -> decoded(channel, m, schemas))
                ? new MessageEdit.Result.Kept(message)
                : new MessageEdit.Result.Dropped(GapReason.FILTERED, FILTERED);
    }

    private String decoded(ChannelId channel, Message message, SchemaSource schemas) {
        try {
            Decoding decoding = tools.decoders().decode(Payload.value(channel, message), schemas, Optional.empty());
            return Preview.of(decoding).text();
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static MessageEdit mask(MessageMask mask) {
        return (channel, message) -> mask.apply(channel, message).<MessageEdit.Result>map(MessageEdit.Result.Kept::new)
                .orElse(new MessageEdit.Result.Dropped(GapReason.FILTERED, MASKED_OUT));
    }
}
