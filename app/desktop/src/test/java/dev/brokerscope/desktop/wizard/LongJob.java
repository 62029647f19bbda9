package dev.brokerscope.desktop.wizard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.job.Note;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.core.job.ProgressLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A job that counts as a large backup would, until it is cancelled.
final class LongJob {

    private LongJob() {
    }

    record Nothing() implements JobReport {
        @Override
        public Outcome outcome() {
            return Outcome.COMPLETE;
        }

        @Override
        public String summary() {
            return "";
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    static Job<Nothing> start(Engine engine) {
        JobRequest request = new JobRequest(JobKind.BACKUP, "nightly-orders", "Backup of 3 channels of orders-prod");
        return engine.jobs().start(request, job -> {
            job.progress().phase("Reading");
            job.progress().total(Count.atMost(105_641_210));
            job.progress().note(Note.Level.INFO, "Cut taken: 18 partitions, 4 groups");
            job.progress().note(Note.Level.INFO, "audit.log 2 starts at 411020 (retention)");
            job.progress().note(Note.Level.WARNING, "kafka-2 was silent for 41 s; continued, nothing lost");
            job.progress().note(Note.Level.GOOD, "orders.v1 0 complete, 14 transaction markers");
            List<ProgressLine> lines = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                lines.add(job.progress().line("audit.log", Integer.toString(i), Count.atMost(11_450_112 + i * 77)));
            }
            for (int i = 0; i < 4; i++) {
                ProgressLine line = job.progress().line("orders.v1", Integer.toString(i), Count.atMost(2_452_190));
                if (i < 3) {
                    line.add(2_452_190);
                    line.stage(ProgressLine.Stage.DONE);
                }
                lines.add(line);
            }
            Random random = new Random(1);
            while (true) {
                job.pausePoint();
                for (int i = 0; i < 7; i++) {
                    lines.get(i).add(300_000 + i * 9_000);
                }
                job.progress().add(2_000_000 + random.nextInt(600_000), 19_000_000L + random.nextInt(3_000_000));
                Thread.sleep(200);
            }
        });
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
