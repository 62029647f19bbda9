package dev.brokerscope.desktop.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobKind;
import dev.brokerscope.core.job.JobReport;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.job.JobState;
import dev.brokerscope.core.job.Jobs;
import dev.brokerscope.core.job.Outcome;
import dev.brokerscope.desktop.ui.Tone;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsModelTest {

    private static final JobRequest REQUEST = new JobRequest(JobKind.BACKUP, "nightly", "Backup of 3 channels");

    @TempDir
    Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private Jobs jobs;
    private JobsModel model;

    /// A report without contents.
    private record Done(Outcome outcome) implements JobReport {
        @Override
        public String summary() {
            return "7 messages.";
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance.objectNode().put("messages", 7).put("archive", "/tmp/x.msgdb");
        }
    }

    @BeforeEach
    void setUp() {
        jobs = new Jobs(folder);
        model = new JobsModel(jobs, Runnable::run, Runnable::run);
    }

    @AfterEach
    void close() {
        gate.countDown();
        jobs.close();
    }

    @Test
    void showsARunningJobAndSelectsIt() {
        waiting();
        model.refresh();

        assertEquals(1, model.running().size());
        assertInstanceOf(JobEntry.Running.class, model.selectedProperty().get().orElseThrow());
    }

    @Test
    void keepsTheSelectionWhenAJobEnds() throws Exception {
        Job<Done> job = waiting();
        model.refresh();
        gate.countDown();
        job.await();
        model.refresh();

        JobEntry entry = model.selectedProperty().get().orElseThrow();
        assertEquals(job.id(), entry.id());
        assertEquals(Optional.of(job), assertInstanceOf(JobEntry.Past.class, entry).job());
    }

    @Test
    void forgetsAJob() throws Exception {
        gate.countDown();
        waiting().await();
        model.refresh();
        model.forget((JobEntry.Past) model.past().getFirst());

        assertTrue(model.past().isEmpty());
        assertTrue(jobs.past().isEmpty());
    }

    @Test
    void tellsWhyAJobFailed() {
        Fault fault = Fault.of(FaultKind.UNREACHABLE, "broker.unreachable", "kafka-1 did not answer.", "Check it.");
        Job<Done> job = jobs.start(REQUEST, _ -> {
            throw new FaultException(fault);
        });
        assertThrows(FaultException.class, job::await);

        ReportText report = new ReportReading(ZoneId.of("UTC")).read(job.record());
        assertEquals("kafka-1 did not answer.", report.sentence());
        assertEquals("Check it.", report.remedy());
        assertEquals(Tone.BAD, report.mark().tone());
    }

    @Test
    void tellsThatACancelledJobCanBeContinued() {
        Job<Done> job = waiting();
        job.cancel();
        assertThrows(FaultException.class, job::await);

        assertEquals(JobState.CANCELLED, job.state());
        assertEquals(JobState.CANCELLED, jobs.past().getFirst().state());
        assertTrue(new ReportReading(ZoneId.of("UTC")).read(job.record()).sentence().contains("can be continued"));
    }

    @Test
    void marksAnIncompleteBackupInAmber() throws Exception {
        Job<Done> job = jobs.start(REQUEST, _ -> new Done(Outcome.INCOMPLETE));
        job.await();

        assertEquals(Tone.WARN, JobWords.mark(job.record()).tone());
    }

    private Job<Done> waiting() {
        return jobs.start(REQUEST, _ -> {
            gate.await();
            return new Done(Outcome.COMPLETE);
        });
    }
}
