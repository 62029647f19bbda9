package dev.brokerscope.core.job;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a job hands back.
public interface JobReport {

    Outcome outcome();

    /// One sentence for people, with names and numbers.
    String summary();

    /// For machines; kept in the job's history.
    ObjectNode json();
}
