package dev.brokerscope.core.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.archive.crypt.ArchiveKeys;
import dev.brokerscope.core.job.Amounts;
import dev.brokerscope.core.job.JobBody;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.job.Progress;
import java.nio.file.Path;
import java.util.Locale;

/// What a check of an archive found, as a job reports it.
public record ArchiveCheck(Verification verification) implements JobReport {

    public static JobRequest request(Path archive, Verification.Level level) {
        return new JobRequest(JobKind.VERIFY, String.valueOf(archive.getFileName()),
                "Check (" + word(level) + ") of " + archive);
    }

    /// The check as a job; its progress counts bytes.
    public static JobBody<ArchiveCheck> body(Path archive, Verification.Level level) {
        return body(archive, ArchiveKeys.NONE, level);
    }

    /// @param keys for a deep check of what is encrypted
    public static JobBody<ArchiveCheck> body(Path archive, ArchiveKeys keys, Verification.Level level) {
        return job -> {
            job.progress().phase("Checking");
            ArchiveCheck check = new ArchiveCheck(Archive.verify(archive, keys, level, bytes(job.progress())));
            job.progress().note(check.outcome() == Outcome.COMPLETE ? Note.Level.GOOD : Note.Level.BAD,
                    check.summary());
            return check;
        };
    }

    private static Verification.Listener bytes(Progress progress) {
        long[] before = {0};
        return (done, total) -> {
            progress.total(Count.exact(total));
            progress.add(done - before[0], done - before[0]);
            before[0] = done;
        };
    }

    /// Whether its backup has come to its end; said of sound archives.
    public boolean sealed() {
        return verification.state() == Verification.State.SOUND;
    }

    @Override
    public Outcome outcome() {
        return verification.state() == Verification.State.DAMAGED ? Outcome.DAMAGED : Outcome.COMPLETE;
    }

    @Override
    public String summary() {
        String looked = " (" + word(verification.level()) + ": " + Amounts.of(verification.messages(), "message")
                + " in " + Amounts.of(verification.blocks(), "block") + ", " + Amounts.bytes(verification.bytes())
                + " read).";
        String name = String.valueOf(verification.file().getFileName());
        return switch (verification.state()) {
            case SOUND -> name + " is whole" + looked;
            case UNFINISHED -> name + " is not sealed; what is there is whole" + looked;
            case DAMAGED -> name + " is damaged: " + Amounts.of(verification.problems().size(), "problem") + looked;
        };
    }

    @Override
    public ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("archive", verification.file().toString()).put("level", word(verification.level()));
        root.put("state", word(verification.state())).put("blocks", verification.blocks());
        root.put("messages", verification.messages()).put("bytes", verification.bytes());
        ArrayNode remarks = root.putArray("remarks");
        verification.remarks().forEach(remarks::add);
        ArrayNode problems = root.putArray("problems");
        verification.problems().forEach(p -> problems.addObject().put("code", p.code()).put("message", p.message())
                .put("channel", p.channel().map(c -> c.text()).orElse(null)));
        return root;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
