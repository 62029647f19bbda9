package dev.brokerscope.sample.broker;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;

/// One file: each line is a message, its value in base64, and its number is the position.
record LineFile(Path path) {

    static final String SUFFIX = ".lines";

    /// @throws FaultException of kind `NOT_FOUND` where there is no such file
    static LineFile find(Path folder, ChannelId channel) throws FaultException {
        Path path = folder.resolve(channel.name() + SUFFIX).normalize();
        if (!path.startsWith(folder.normalize()) || !Files.isRegularFile(path)) {
            throw new FaultException(FaultKind.NOT_FOUND, "folder.unknown-file",
                    "There is no file " + channel.name() + SUFFIX + " in " + folder + ".", "List the files.");
        }
        return new LineFile(path);
    }

    /// Not by a channel: an interrupt would break the reading off as an I/O error, but it means cancel.
    private BufferedReader open() throws IOException {
        return new BufferedReader(new FileReader(path.toFile(), StandardCharsets.US_ASCII));
    }

    long count() throws FaultException {
        try (BufferedReader lines = open()) {
            return lines.lines().count();
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(failed);
        }
    }

    /// The values of lines `[from, to)`, at most so many. A real broker would not read from the front each time.
    List<byte[]> read(long from, long to, int most) throws FaultException {
        try (BufferedReader lines = open()) {
            return lines.lines().skip(from).limit(Math.min(most, to - from)).map(Base64.getDecoder()::decode).toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException failed) {
            throw unreadable(failed);
        }
    }

    void append(byte[] value) throws FaultException {
        try {
            Files.writeString(path, Base64.getEncoder().encodeToString(value) + "\n", StandardCharsets.US_ASCII,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new FaultException(FaultKind.FILE_ACCESS, "folder.not-writable", path + " cannot be written.",
                    "Check its permissions and the disk.", failed);
        }
    }

    private FaultException unreadable(Exception failed) {
        return new FaultException(FaultKind.CORRUPT, "folder.unreadable", path + " cannot be read as lines of base64.",
                "Check what wrote it.", failed);
    }
}
