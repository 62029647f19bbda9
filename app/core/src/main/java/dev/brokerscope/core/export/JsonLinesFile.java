package dev.brokerscope.core.export;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file of JSON Lines one by one, in bounded memory.
record JsonLinesFile(Path file) {

    /// Takes lines one by one.
    interface Taker {
        void take(MessageLine line) throws FaultException, InterruptedException;
    }

    /// @throws FaultException `NOT_FOUND`, `FILE_ACCESS`, or `CORRUPT` with the number of the line
    void read(Taker taker) throws FaultException, InterruptedException {
        if (!Files.exists(file)) {
            throw new FaultException(FaultKind.NOT_FOUND, "jsonl.missing", "The file " + file + " does not exist.",
                    "Check the path.");
        }
        MessageJsonReader reader = new MessageJsonReader(file.toString());
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taker.take(reader.parse(line, number));
                }
            }
        } catch (MalformedInputException e) {
            throw new FaultException(FaultKind.CORRUPT, "jsonl.utf8", "The file " + file + " is no UTF-8 text.",
                    "Give a file that read --format jsonl or export wrote.", e);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "jsonl.unreadable", "The file " + file
                    + " cannot be read.", "Check its permissions.", e);
        }
    }
}
