package dev.brokerscope.core.mask;

/// A rule addresses a payload, but cannot be applied to it.
final class NotMaskableException extends Exception {

    private static final long serialVersionUID = 1;

    private final int rule;
    private final String reason;

    /// @param reason a clause that repeats no values
    NotMaskableException(int rule, String reason) {
        super("rule " + rule + ": " + reason);
        this.rule = rule;
        this.reason = reason;
    }

    int rule() {
        return rule;
    }

    String reason() {
        return reason;
    }
}
