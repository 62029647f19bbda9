package dev.brokerscope.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Standard output or error: UTF-8 whatever the locale, buffered. One thread at a time.
public final class Output {

    /// Whoever read our output has gone: nothing more is worth doing, and nothing is wrong.
    public static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Closed(IOException cause) {
            super(cause);
        }
    }

    private final OutputStream stream;

    public Output(OutputStream stream) {
        this.stream = new BufferedOutputStream(stream, 1 << 16);
    }

    public synchronized void line(String text) {
        write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public synchronized void text(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws Closed where nobody reads any more
    public synchronized void write(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException e) {
            throw new Closed(e);
        }
    }

    public synchronized void flush() {
        try {
            stream.flush();
        } catch (IOException e) {
            throw new Closed(e);
        }
    }
}
