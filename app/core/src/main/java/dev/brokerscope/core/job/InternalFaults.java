package dev.brokerscope.core.job;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a defect of ours into a sentence with a support code; the stack trace goes to the log.
final class InternalFaults {

    private static final Logger LOG = LoggerFactory.getLogger(InternalFaults.class);

    private InternalFaults() {}

    static Fault of(String title, Throwable defect) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        String code = String.format("%08X", defect.getStackTrace().length == 0
                ? defect.getClass().getName().hashCode()
                : defect.getStackTrace()[0].toString().hashCode());
        LOG.error("job {} ended by a defect, support code {}", title, code, defect);
        return Fault.of(FaultKind.INTERNAL, "internal",
                title + " ended by a defect of the program (support code " + code + ").",
                "Please report it with the log.").withDetails(trace.toString());
    }
}
