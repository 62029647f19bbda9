package dev.brokerscope.core.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.Count;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {

    private static final JobRequest REQUEST =
            new JobRequest(JobKind.BACKUP, "payments-2026-11", "Backup of 1 topic of orders-prod");

    private record Counted(long number) implements JobReport {
        @Override
        public Outcome outcome() {
            return Outcome.INCOMPLETE;
        }

        @Override
        public String summary() {
            return number + " counted.";
        }

        @Override
        public ObjectNode json() {
            return JsonNodeFactory.instance.objectNode().put("number", number);
        }
    }

    @TempDir
    Path state;

    @Test
    void handsBackTheReport() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            Job<Counted> job = jobs.start(REQUEST, _ -> new Counted(7));

            assertEquals(7, job.await().number());
            assertEquals(JobState.DONE, job.state());
            assertEquals(List.of(), jobs.running());
        }
    }

    @Test
    void remembersPastJobsAfterARestart() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            jobs.start(REQUEST, job -> {
                job.progress().add(7, 700);
                return new Counted(7);
            }).await();
        }

        JobRecord past = new Jobs(state).past().getFirst();

        assertEquals(REQUEST, past.request());
        assertEquals(JobState.DONE, past.state());
        assertEquals(Optional.of(Outcome.INCOMPLETE), past.outcome());
        assertEquals("7 counted.", past.summary());
        assertEquals(700, past.bytes());
        assertEquals(7, past.report().orElseThrow().get("number").asLong());
    }

    @Test
    void keepsWhyAJobFailed() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            Job<Counted> job = jobs.start(REQUEST, _ -> {
                throw new FaultException(FaultKind.DISK_FULL, "disk.full", "The disk is full.", "Free some space.");
            });

            assertEquals(FaultKind.DISK_FULL, assertThrows(FaultException.class, job::await).kind());
            JobRecord past = jobs.past().getFirst();
            assertEquals(JobState.FAILED, past.state());
            assertEquals("The disk is full. Free some space.", past.fault().orElseThrow().sentence());
        }
    }

    @Test
    void turnsADefectIntoAFaultWithASupportCode() {
        try (Jobs jobs = new Jobs(state)) {
            Job<Counted> job = jobs.start(REQUEST, _ -> {
                throw new IllegalStateException("oops");
            });

            FaultException fault = assertThrows(FaultException.class, job::await);
            assertEquals(FaultKind.INTERNAL, fault.kind());
            assertTrue(fault.fault().message().contains("support code"), fault.fault().message());
        }
    }

    @Test
    void cancelInterruptsTheBody() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            CountDownLatch running = new CountDownLatch(1);
            Job<Counted> job = jobs.start(REQUEST, _ -> {
                running.countDown();
                new CountDownLatch(1).await();
                return new Counted(0);
            });
            running.await();
            job.cancel();

            assertEquals(FaultKind.CANCELLED, assertThrows(FaultException.class, job::await).kind());
            assertEquals(JobState.CANCELLED, job.state());
        }
    }

    @Test
    void waitsWhilePausedAndGoesOnAfterwards() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            CountDownLatch paused = new CountDownLatch(1);
            Job<Counted> job = jobs.start(REQUEST, context -> {
                paused.await();
                context.pausePoint();
                return new Counted(1);
            });
            job.pause();
            paused.countDown();
            assertEquals(JobState.PAUSED, job.state());
            assertTrue(job.report().isEmpty());
            job.resume();

            assertEquals(1, job.await().number());
        }
    }

    @Test
    void cancelEndsAPausedJob() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            CountDownLatch paused = new CountDownLatch(1);
            Job<Counted> job = jobs.start(REQUEST, context -> {
                paused.await();
                context.pausePoint();
                return new Counted(1);
            });
            job.pause();
            paused.countDown();
            job.cancel();

            assertThrows(FaultException.class, job::await);
        }
    }

    @Test
    void showsAJobOfADeadProcessAsInterrupted() throws Exception {
        try (Jobs jobs = new Jobs(state)) {
            jobs.start(REQUEST, _ -> new Counted(7)).await();
        }
        Path file = onlyFile();
        Files.writeString(file, Files.readString(file).replace("\"DONE\"", "\"RUNNING\"")
                .replaceAll("\"processStarted\" : \"[^\"]+\"", "\"processStarted\" : \"2001-01-01T00:00:00Z\""));

        assertEquals(JobState.INTERRUPTED, new Jobs(state).past().getFirst().state());
    }

    @Test
    void leavesOutAHistoryFileThatCannotBeRead() throws Exception {
        Files.writeString(state.resolve("20260101-000000-abcdef.json"), "{ not json");

        assertEquals(List.of(), new Jobs(state).past());
    }

    @Test
    void runsWithoutAHistoryThatCanBeWritten() throws Exception {
        Path file = Files.writeString(state.resolve("occupied"), "");
        try (Jobs jobs = new Jobs(file.resolve("jobs"))) {
            Job<Counted> job = jobs.start(REQUEST, _ -> new Counted(7));

            assertEquals(7, job.await().number());
            assertFalse(job.progress().view().notes().isEmpty());
        }
    }

    @Test
    void knowsHowFarItIsWhereTheTotalIsKnown() {
        Progress progress = new Progress();
        assertTrue(progress.view().fraction().isEmpty());
        progress.total(Count.atMost(200));
        progress.line("orders", "0", Count.atMost(200)).add(50);
        progress.add(50, 5_000);

        Progress.View view = progress.view();
        assertEquals(0.25, view.fraction().orElseThrow());
        assertEquals(50, view.lines().getFirst().done());
        assertEquals(ProgressLine.Stage.ACTIVE, view.lines().getFirst().stage());
    }

    private Path onlyFile() throws Exception {
        try (var files = Files.list(state)) {
            return files.findFirst().orElseThrow();
        }
    }
}
