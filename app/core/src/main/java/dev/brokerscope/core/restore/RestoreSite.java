package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.pace.Throttle;

/// What the channels of a restore are written with.
///
/// @param archive gives only what the plan wants of it
record RestoreSite(Session archive, RestoreTarget target, WritableSession session, RestoreJournal journal,
        Throttle throttle, JobContext job) {}
