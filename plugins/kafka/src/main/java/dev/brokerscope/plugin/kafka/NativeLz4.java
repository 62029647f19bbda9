package dev.brokerscope.plugin.kafka;

import net.jpountz.util.Native;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// LZ4 takes its native half by itself only in the class loader of the application. In a plugin's it has to be asked
/// for, before Kafka's client first compresses; else both directions run in Java alone, several times slower.
final class NativeLz4 {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLz4.class);

    private NativeLz4() {}

    /// Where there is none for this machine, or it cannot be unpacked, LZ4 goes on in Java.
    static void prefer() {
        try {
            Native.load();
        } catch (LinkageError | RuntimeException none) {
            LOG.debug("LZ4 runs in Java", none);
        }
    }
}
