package dev.brokerscope.core.job;

import java.time.Instant;

/// Something worth telling that happened during a job.
public record Note(Instant at, Level level, String text) {

    public enum Level {
        INFO, GOOD, WARNING, BAD
    }
}
