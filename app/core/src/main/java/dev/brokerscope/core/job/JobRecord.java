package dev.brokerscope.core.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.Fault;
import java.time.Instant;
import java.util.Optional;

/// A job as history keeps it.
///
/// @param ended absent while it runs, and where its process ended first
/// @param outcome and `summary` and `report`: where it came to its end
public record JobRecord(String id, JobRequest request, JobState state, Instant started, Optional<Instant> ended,
        long messages, long bytes, Optional<Outcome> outcome, String summary, Optional<Fault> fault,
        Optional<ObjectNode> report) {

    static JobRecord of(Job<?> job) {
        Progress.View seen = job.progress().view();
        Optional<? extends JobReport> report = job.report();
        return new JobRecord(job.id(), job.request(), job.state(), job.started(), job.ended(), seen.done(),
                seen.bytes(), report.map(JobReport::outcome), report.map(JobReport::summary).orElse(seen.phase()),
                job.fault(), report.map(JobReport::json));
    }

    JobRecord interrupted() {
        return new JobRecord(id, request, JobState.INTERRUPTED, started, ended, messages, bytes, outcome, summary,
                fault, report);
    }
}
