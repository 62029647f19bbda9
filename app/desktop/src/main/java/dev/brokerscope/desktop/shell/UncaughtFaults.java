package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Texts;
import java.util.Locale;

/// A defect of ours: logged whole, said with a code that finds it in the log, and the program goes on.
final class UncaughtFaults implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger(UncaughtFaults.class.getName());

    private final Desk desk;

    UncaughtFaults(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable defect) {
        String code = code(defect);
        LOG.log(System.Logger.Level.ERROR, "defect " + code + " in thread " + thread.getName(), defect);
        Fault fault = Fault.of(FaultKind.INTERNAL, "internal." + code, Texts.text("defect.message", code),
                Texts.text("defect.remedy", desk.engine().places().logs().toString()));
        desk.ui().execute(() -> desk.screens().tell(fault));
    }

    /// The same for the same defect, whatever the data were.
    static String code(Throwable defect) {
        StackTraceElement[] trace = defect.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
        return Integer.toString(Math.abs((defect.getClass().getName() + place).hashCode() % 46_656), 36)
                .toUpperCase(Locale.ROOT);
    }
}
