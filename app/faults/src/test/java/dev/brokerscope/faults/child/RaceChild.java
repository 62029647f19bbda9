package dev.brokerscope.faults.child;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.cli.output.ExitCode;
import dev.brokerscope.core.job.JobContext;
import dev.brokerscope.faults.harness.Child;
import dev.brokerscope.faults.source.GeneratedSession;
import dev.brokerscope.faults.source.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// Backs up into each archive that it is told of on standard input, as soon as it is told. Says `ended CODE MILLIS`.
public final class RaceChild {

    private RaceChild() {}

    /// Lines are `FILE WORKLOAD`.
    public static void main(String[] none) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(Child.READY);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            long start = System.nanoTime();
            int code = backUp(Path.of(words[0]), Workload.parse(words[1]));
            System.out.println("ended " + code + " " + Duration.ofNanos(System.nanoTime() - start).toMillis());
            System.out.flush();
        }
    }

    private static int backUp(Path file, Workload workload) throws InterruptedException {
        try {
            return ExitCode.of(BackupChild.run(new GeneratedSession(workload), BackupChild.plan(file).resuming(true),
                    JobContext.direct()).outcome()).number();
        } catch (FaultException e) {
            System.out.println("fault " + e.fault());
            return ExitCode.of(e.kind()).number();
        }
    }
}
