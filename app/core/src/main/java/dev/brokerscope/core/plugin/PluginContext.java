package dev.brokerscope.core.plugin;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs calls into a plugin with its class loader as context class loader, without which many client libraries do not
/// find their own classes; and turns what must not happen there into a fault with the plugin's name.
final class PluginContext {

    private static final Logger LOG = LoggerFactory.getLogger(PluginContext.class);

    private final String plugin;
    private final ClassLoader loader;

    PluginContext(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.loader = loader;
    }

    ClassLoader loader() {
        return loader;
    }

    /// A call that may fail as the contract says.
    interface Call<T> {
        T run() throws FaultException, InterruptedException;
    }

    /// The same without an answer.
    interface Step {
        void run() throws FaultException, InterruptedException;
    }

    <T> T call(Call<T> body) throws FaultException, InterruptedException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return body.run();
        } catch (RuntimeException | LinkageError | StackOverflowError defect) {
            throw new FaultException(fault(defect), defect);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void run(Step body) throws FaultException, InterruptedException {
        call(() -> {
            body.run();
            return true;
        });
    }

    /// A call that has no way to fail.
    <T> T ask(Supplier<T> body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return body.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// For `close` and `cancel`, which never throw.
    void quietly(Runnable body) {
        try {
            ask(() -> {
                body.run();
                return true;
            });
        } catch (RuntimeException | LinkageError defect) {
            LOG.warn("The plugin {} failed while closing", plugin, defect);
        }
    }

    Fault fault(Throwable defect) {
        return Fault.of(FaultKind.PLUGIN, "plugin.defect", "The plugin " + plugin + " failed: " + reason(defect) + ".",
                "Update the plugin, or report this to its author.").withDetails(defect.toString());
    }

    static String reason(Throwable defect) {
        return switch (defect) {
            case NoClassDefFoundError e -> "the class " + String.valueOf(e.getMessage()).replace('/', '.')
                    + " is missing";
            case ClassNotFoundException e -> "the class " + e.getMessage() + " is missing";
            case UnsupportedClassVersionError e -> "it was compiled for a newer Java than " + Runtime.version()
                    .feature();
            case AbstractMethodError e -> "it was built for another version of the plugin interfaces";
            case NoSuchMethodError e -> "it was built for another version of the plugin interfaces or of a library";
            case ExceptionInInitializerError e when e.getCause() != null -> reason(e.getCause());
            default -> defect.getClass().getSimpleName()
                    + (defect.getMessage() == null ? "" : ": " + defect.getMessage().lines().findFirst().orElse(""));
        };
    }
}
