package dev.brokerscope.core.job;

import dev.brokerscope.api.fault.FaultException;

/// The work of a job, run on a thread of its own. An interrupt means cancel: the body leaves something valid behind and
/// throws on.
@FunctionalInterface
public interface JobBody<R extends JobReport> {

    R run(JobContext context) throws FaultException, InterruptedException;
}
