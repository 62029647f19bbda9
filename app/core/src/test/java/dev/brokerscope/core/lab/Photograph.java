package dev.brokerscope.core.lab;

import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.core.job.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Copies a folder's files once a job has come so far, between two of its writes: what a kill would leave.
public final class Photograph implements JobContext {

    private final Progress progress = new Progress();
    private final Thread job = Thread.currentThread();
    private final Path from;
    private final Path to;
    private final long after;
    private boolean taken;

    /// To be made on the thread that runs the job.
    public Photograph(Path from, Path to, long afterMessages) {
        this.from = from;
        this.to = to;
        this.after = afterMessages;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void pausePoint() {
        if (Thread.currentThread() == job && !taken && progress.view().done() >= after) {
            taken = true;
            try (Stream<Path> files = Files.list(from)) {
                List<Path> archive = files.filter(Files::isRegularFile).toList();
                for (Path file : archive) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
