package dev.brokerscope.core.job;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One JSON file per job. A folder that cannot be written loses history, never a job.
final class JobHistory {

    private static final Logger LOG = LoggerFactory.getLogger(JobHistory.class);
    private static final int KEPT = 500;

    private final Path folder;
    private final JobJson json = new JobJson();

    JobHistory(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    synchronized boolean save(JobRecord record) {
        try {
            WholeFile.write(folder.resolve(record.id() + ".json"), json.write(record));
            return true;
        } catch (FaultException e) {
            LOG.warn("job history: {}", e.fault().sentence());
            return false;
        }
    }

    /// Newest first. What cannot be read is left out.
    synchronized List<JobRecord> all() {
        List<JobRecord> records = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files.subList(0, Math.min(KEPT, files.size()))) {
            read(file).ifPresent(records::add);
        }
        files.subList(Math.min(KEPT, files.size()), files.size()).forEach(JobHistory::delete);
        records.sort(Comparator.comparing(JobRecord::started).reversed());
        return records;
    }

    synchronized void remove(String id) {
        if (id.matches("[0-9a-f-]+")) {
            delete(folder.resolve(id + ".json"));
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.filter(f -> f.toString().endsWith(".json")).sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            LOG.warn("job history {} cannot be read: {}", folder, e.toString());
            return List.of();
        }
    }

    private Optional<JobRecord> read(Path file) {
        try {
            return Optional.of(json.read(Files.readString(file)));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.warn("job history {} cannot be read: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("job history {} cannot be deleted: {}", file, e.toString());
        }
    }
}
