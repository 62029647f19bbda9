package dev.brokerscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.cli.output.Terminal;
import dev.brokerscope.core.Engine;
import dev.brokerscope.core.EngineOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedPipeTest {

    /// As `| head` leaves it.
    private static final class BrokenPipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }

    @Test
    void aReaderThatHasGoneIsNoError(@TempDir Path folder) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new BrokenPipe(), err, InputStream.nullInputStream(), false, false, Map.of(),
                question -> Optional.empty());
        ExitCode exit = new Cli(terminal, places -> Engine.start(EngineOptions.under(folder, List.of())))
                .run(List.of("decoders"));
        assertEquals(ExitCode.DONE, exit);
        assertEquals(0, err.size());
    }
}
