package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder for the files of one work, beside what it makes: there has to be room anyway. It is gone afterwards.
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder beside(Path output) throws FaultException {
        Path folder = output.toAbsolutePath().normalize().getParent();
        try {
            return new WorkFolder(Files.createTempDirectory(folder, ".recovering-"));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "recover.work", "No folder can be made in " + folder + ".",
                    "Check whether you may write there, and the space on the disk.", e);
        }
    }

    Path folder(int number) throws FaultException {
        try {
            return Files.createTempDirectory(path, "volume-" + number + "-");
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "recover.work", "No folder can be made in " + path + ".",
                    "Check the space on the disk.", e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // what is left has a name that says what it was
        }
    }
}
