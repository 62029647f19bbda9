package dev.brokerscope.cli.output;

import dev.brokerscope.api.fault.Fault;

/// Prints what went wrong: the sentence, what to do, and with `-v` the details; with `--json` one line.
public record ErrorPrinter(Output err, Paint paint, boolean json, boolean verbose) {

    public void print(Fault fault, ExitCode exit) {
        if (json) {
            err.line(Json.error(fault, exit).toString());
        } else {
            err.line(paint.as(Paint.Role.BAD, "brokerscope: ") + multiline(fault.message()));
            if (!fault.remedy().isEmpty()) {
                err.line(multiline(fault.remedy()));
            }
            if (verbose) {
                fault.details().ifPresent(d -> err.line("details: " + multiline(d)));
            }
        }
        err.flush();
    }

    private static String multiline(String text) {
        return String.join("\n", text.lines().map(SafeText::of).toList());
    }
}
