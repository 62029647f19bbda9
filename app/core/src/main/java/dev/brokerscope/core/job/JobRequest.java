package dev.brokerscope.core.job;

/// How a job is named in lists.
///
/// @param title what it makes or changes: `payments-2026-11`
/// @param subtitle what it does: `Backup of 3 topics of orders-prod`
public record JobRequest(JobKind kind, String title, String subtitle) {}
