package dev.brokerscope.desktop.job;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.job.Job;
import dev.brokerscope.core.job.JobRecord;
import dev.brokerscope.core.restore.RestoreReport;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.DesktopServices.FileKind;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a job's report into a file: as JSON, and as a page where the whole report is still at hand.
public record ReportSaving(Desk desk) {

    private static final FileKind JSON = new FileKind("JSON", List.of("*.json"));
    private static final FileKind HTML = new FileKind("HTML", List.of("*.html"));

    void save(JobEntry.Past past) {
        save(past.record(), past.job());
    }

    /// Asks for the file; writes off the FX thread.
    public void save(JobRecord record, Optional<Job<?>> job) {
        Optional<RestoreReport> whole = job.flatMap(Job::report).filter(RestoreReport.class::isInstance)
                .map(RestoreReport.class::cast);
        List<FileKind> kinds = new ArrayList<>();
        whole.ifPresent(_ -> kinds.add(HTML));
        kinds.add(JSON);
        String name =
                record.request().title().replace(".msgdb", "") + "-report" + (whole.isPresent() ? ".html" : ".json");
        desk.services().chooseNewFile(Texts.text("job.save-report"), name, kinds)
                .ifPresent(file -> desk.work().execute(() -> write(file, record, whole)));
    }

    private void write(Path file, JobRecord record, Optional<RestoreReport> whole) {
        String text = whole.filter(_ -> file.toString().endsWith(".html")).map(RestoreReport::html)
                .orElseGet(() -> record.report().map(r -> r.toPrettyString() + "\n").orElse(""));
        try {
            Files.writeString(file, text);
            desk.ui().execute(() -> desk.screens().tell(Tone.OK, Glyph.SAVE, Texts.text("job.saved", file.toString()),
                    List.of()));
        } catch (IOException e) {
            Fault fault = Fault.of(FaultKind.FILE_ACCESS, "report.file", Texts.text("job.not-saved", file.toString()),
                    Texts.text("job.not-saved.remedy")).withDetails(e.toString());
            desk.ui().execute(() -> desk.screens().tell(fault));
        }
    }
}
