package dev.brokerscope.core.rework;

import dev.brokerscope.api.broker.GapReason;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.api.message.TimestampType;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.RunFidelity;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes an archive anew without old messages, or without those of a key. What is taken out is nowhere in the new file;
/// gaps with the reason `erased` say where it was. Messages that only mention the key are kept, and counted.
public final class Prune {

    private static final int SHORTEST_MENTION = 4;

    private final ReworkTools tools;

    public Prune(ReworkTools tools) {
        this.tools = tools;
    }

    /// @throws FaultException `CORRUPT` where the input is damaged, `REFUSED` where the output exists, `USAGE` where
    /// nothing was asked for
    public ReworkReport run(PrunePlan plan, JobContext job) throws FaultException, InterruptedException {
        long start = System.nanoTime();
        if (plan.before().isEmpty() && plan.keys().isEmpty()) {
            throw new FaultException(FaultKind.USAGE, "prune.nothing", "It was not said what to take out.",
                    "Give --before TIME or --erase-key KEY.");
        }
        NewArchive.demandFree(plan.output());
        job.progress().phase("Looking at " + plan.input().getFileName());
        try (ReworkSource source = tools.open(plan.input())) {
            List<SourceRun> runs = new ArrayList<>();
            for (SourceRun run : SourceRun.all(source)) {
                runs.add(plan.keys().isEmpty() && !older(source, run, plan.before().orElse(Long.MIN_VALUE))
                        ? run
                        : run.derived(tools.options().ids().get(), RunFidelity.FILTERED));
            }
            tools.audit().record("archive.prune", plan.output().toString(), Map.of("from", plan.input().toString(),
                    "before", before(plan).orElse(""), "keys", String.valueOf(plan.keys().size())));
            NewArchive.announce(runs, job);
            Eraser eraser = new Eraser(plan);
            ReworkReport.Made made = new NewArchive(plan.output(), tools, job).write(runs, eraser.edit(),
                    List.of(new NewArchive.Remark("pruned", eraser.words())));
            return new ReworkReport("prune", List.of(plan.input()), List.of(made), remarks(plan, eraser),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Optional<String> before(PrunePlan plan) {
        return plan.before().isPresent()
                ? Optional.of(Instant.ofEpochMilli(plan.before().getAsLong()).toString())
                : Optional.empty();
    }

    /// Whether the run holds a message from before.
    private static boolean older(ReworkSource source, SourceRun run, long before) {
        UUID id = run.run().id();
        return source.contents().channels().stream().flatMap(c -> c.partitions().stream())
                .flatMap(p -> p.coverage().stream()).filter(c -> c.run().equals(id))
                .anyMatch(c -> c.timeMin().orElse(Long.MAX_VALUE) < before);
    }

    private List<String> remarks(PrunePlan plan, Eraser eraser) throws FaultException {
        List<String> remarks = new ArrayList<>();
        if (eraser.mentions > 0) {
            remarks.add(Amounts.of(eraser.mentions, "message") + " that " + (eraser.mentions == 1 ? "was" : "were")
                    + " kept mention the key in their value or headers; the first is at position "
                    + eraser.firstMention + ".");
        }
        if (plan.keys().stream().anyMatch(k -> k.size() >= SHORTEST_MENTION) && manifestNames(plan)) {
            remarks.add("The manifest of " + plan.output().getFileName() + " mentions the key, such as in the name of a"
                    + " channel or group: look for it with info --dump.");
        }
        return remarks;
    }

    private boolean manifestNames(PrunePlan plan) throws FaultException {
        StringBuilder dump = new StringBuilder();
        try (Archive archive = Archive.open(plan.output())) {
            archive.dump(dump);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory takes no more", e);
        }
        return plan.keys().stream().filter(k -> k.size() >= SHORTEST_MENTION && k.isUtf8())
                .anyMatch(k -> dump.indexOf(k.utf8()) >= 0);
    }

    /// Decides message by message. One thread.
    private static final class Eraser {
        private final PrunePlan plan;
        private long mentions;
        private String firstMention = "";

        Eraser(PrunePlan plan) {
            this.plan = plan;
        }

        /// Without the keys themselves.
        String words() {
            List<String> words = new ArrayList<>();
            before(plan).ifPresent(t -> words.add("messages before " + t));
            if (!plan.keys().isEmpty()) {
                words.add("messages of " + Amounts.of(plan.keys().size(), "key"));
            }
            return String.join(", ", words);
        }

        MessageEdit edit() {
            String why = "pruned: " + words();
            return (channel, message) -> {
                if (old(message) || message.key().filter(plan.keys()::contains).isPresent()) {
                    return new MessageEdit.Result.Dropped(GapReason.ERASED, why);
                }
                if (!plan.keys().isEmpty() && mentioned(message)) {
                    mentions++;
                    firstMention = firstMention.isEmpty()
                            ? message.partition() + ":" + message.positionLo() + " of " + channel
                            : firstMention;
                }
                return new MessageEdit.Result.Kept(message);
            };
        }

        private boolean old(Message message) {
            return plan.before().isPresent() && message.timestampType() != TimestampType.NONE
                    && message.timestamp() < plan.before().getAsLong();
        }

        private boolean mentioned(Message message) {
            return plan.keys().stream().filter(k -> !k.isEmpty())
                    .anyMatch(k -> message.value().filter(v -> contains(v, k)).isPresent()
                            || message.headers().list().stream().flatMap(h -> h.value().stream())
                                    .anyMatch(v -> contains(v, k)));
        }

        private static boolean contains(Bytes where, Bytes what) {
            for (int at = 0; at + what.size() <= where.size(); at++) {
                if (where.at(at) == what.at(0) && where.slice(at, at + what.size()).equals(what)) {
                    return true;
                }
            }
            return false;
        }
    }
}
