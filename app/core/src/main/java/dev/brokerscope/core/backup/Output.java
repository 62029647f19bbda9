package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.ArchiveWriter;
import dev.brokerscope.archive.RunStart;
import dev.brokerscope.archive.RunState;
import dev.brokerscope.archive.SetTarget;
import dev.brokerscope.archive.WriterOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a backup's archive stands: a file, or a set in a folder.
sealed interface Output {

    /// What is there already.
    enum State {
        NOTHING, UNFINISHED, FINISHED
    }

    State state() throws FaultException;

    /// What a run that has not ended has written; can be opened.
    Path unfinished();

    /// What holds it, for people.
    Path place();

    /// @throws FaultException `LOCKED` where another program writes it
    void demandUnlocked() throws FaultException;

    ArchiveWriter create(RunStart run, WriterOptions options) throws FaultException;

    ArchiveWriter resume(Bytes planHash, WriterOptions options) throws FaultException;

    /// @throws FaultException of kind `USAGE` for a file that is not named as archives are
    static Output of(BackupPlan plan) throws FaultException {
        if (plan.set().isPresent()) {
            return new InFolder(new SetTarget(plan.output(), plan.set().get().rotation()));
        }
        if (!plan.output().getFileName().toString().endsWith(".msgdb")) {
            throw new FaultException(FaultKind.USAGE, "output.name",
                    "The archive " + plan.output() + " does not end in .msgdb.", "Name it so.");
        }
        return new InFile(plan.output());
    }

    /// One volume.
    record InFile(Path file) implements Output {

        @Override
        public State state() {
            return Files.exists(unfinished()) ? State.UNFINISHED
                    : Files.exists(file) ? State.FINISHED : State.NOTHING;
        }

        @Override
        public Path unfinished() {
            return file.resolveSibling(file.getFileName() + ".partial");
        }

        @Override
        public Path place() {
            return Files.exists(unfinished()) ? unfinished() : file;
        }

        @Override
        public void demandUnlocked() throws FaultException {
            ArchiveWriter.demandUnlocked(file);
        }

        @Override
        public ArchiveWriter create(RunStart run, WriterOptions options) throws FaultException {
            return ArchiveWriter.create(file, run, options);
        }

        @Override
        public ArchiveWriter resume(Bytes planHash, WriterOptions options) throws FaultException {
            return ArchiveWriter.resume(file, planHash, options);
        }
    }

    /// As many volumes as it takes, behind those of the runs before.
    record InFolder(SetTarget target) implements Output {

        @Override
        public State state() throws FaultException {
            if (target.isEmpty()) {
                return State.NOTHING;
            }
            try (Archive archive = Archive.open(target.folder())) {
                ArchiveContents contents = archive.contents();
                boolean open = contents.seal() instanceof ArchiveContents.Seal.Unfinished
                        || contents.runs().stream().anyMatch(r -> r.state() == RunState.RUNNING);
                return open ? State.UNFINISHED : State.FINISHED;
            }
        }

        @Override
        public Path unfinished() {
            return target.folder();
        }

        @Override
        public Path place() {
            return target.folder();
        }

        @Override
        public void demandUnlocked() throws FaultException {
            ArchiveWriter.demandUnlocked(target);
        }

        @Override
        public ArchiveWriter create(RunStart run, WriterOptions options) throws FaultException {
            return ArchiveWriter.create(target, run, options);
        }

        @Override
        public ArchiveWriter resume(Bytes planHash, WriterOptions options) throws FaultException {
            return ArchiveWriter.resume(target, planHash, options);
        }
    }
}
