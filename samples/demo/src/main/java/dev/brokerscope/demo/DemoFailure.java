package dev.brokerscope.demo;

/// Ends the demo with a sentence and an exit code; the codes are those of the command line.
final class DemoFailure extends RuntimeException {

    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int MISSING = 10;

    private final int exitCode;

    DemoFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    DemoFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
