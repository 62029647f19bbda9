package dev.brokerscope.kafka.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;

/// The main class of the broker's JVM: formats the storage on the first start, runs the broker, and ends as soon as
/// its standard input does, which happens when the process that started it is gone, however it went; then it takes its folder with it.
///
/// The broker's classes are named by text: only this JVM has them on its class path.
final class BrokerMain {

    private BrokerMain() {
    }

    /// Arguments: the broker's own folder with its `server.properties`, and SCRAM credentials in the notation of
    /// Kafka's storage tool.
    public static void main(String[] arguments) throws Throwable {
        Path home = Path.of(arguments[0]);
        Thread.ofPlatform().daemon().name("watch-parent").start(() -> endWithParent(home));
        String properties = home.resolve("server.properties").toString();
        if (!Files.exists(home.resolve("data").resolve("meta.properties"))) {
            format(properties, List.of(arguments).subList(1, arguments.length));
        }
        MethodHandles.publicLookup()
                .findStatic(Class.forName("kafka.Kafka"), "main", MethodType.methodType(void.class, String[].class))
                .invoke(new String[]{properties});
    }

    private static void format(String properties, List<String> credentials) throws Throwable {
        List<String> words = new ArrayList<>(List.of("format", "--cluster-id", Uuid.randomUuid().toString(), "--config",
                properties));
        credentials.forEach(credential -> words.addAll(List.of("--add-scram", credential)));
        int result = (int) MethodHandles.publicLookup()
                .findStatic(Class.forName("kafka.tools.StorageTool"), "execute",
                        MethodType.methodType(int.class, String[].class, PrintStream.class))
                .invoke(words.toArray(new String[0]), System.out);
        if (result != 0) {
            System.exit(result);
        }
    }

    private static void endWithParent(Path home) {
        try {
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            Folders.delete(home);
        } catch (IOException left) {
            System.err.println("The folder " + home + " stays: " + left.getMessage());
        } finally {
            Runtime.getRuntime().halt(143);
        }
    }
}
