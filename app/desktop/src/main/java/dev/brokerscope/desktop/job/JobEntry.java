package dev.brokerscope.desktop.job;

import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobRecord;
import dev.brokerscope.core.job.JobRequest;
import dev.brokerscope.core.job.JobState;
import java.time.Instant;
import java.util.Optional;

/// A line of the list of jobs.
public sealed interface JobEntry {

    String id();

    JobRequest request();

    JobState state();

    /// When it began or, for one that ended, when that was.
    Instant at();

    /// A job of this window that has not ended.
    record Running(Job<?> job) implements JobEntry {
        @Override
        public String id() {
            return job.id();
        }

        @Override
        public JobRequest request() {
            return job.request();
        }

        @Override
        public JobState state() {
            return job.state();
        }

        @Override
        public Instant at() {
            return job.started();
        }
    }

    /// A job of the history.
    ///
    /// @param job where it ran while this list was open: it still knows its notes and its whole report
    record Past(JobRecord record, Optional<Job<?>> job) implements JobEntry {
        @Override
        public String id() {
            return record.id();
        }

        @Override
        public JobRequest request() {
            return record.request();
        }

        @Override
        public JobState state() {
            return record.state();
        }

        @Override
        public Instant at() {
            return record.ended().orElse(record.started());
        }
    }
}
