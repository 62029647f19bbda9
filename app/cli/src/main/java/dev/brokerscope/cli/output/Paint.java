package dev.brokerscope.cli.output;

import java.util.Locale;

/// Colours for people, where they want and can see them.
public record Paint(boolean coloured) {

    public enum When {
        AUTO, ALWAYS, NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What a piece of text is.
    public enum Role {
        HEADING("1"), GOOD("32"), WARNING("33"), BAD("31"), MUTED("2");

        private final String code;

        Role(String code) {
            this.code = code;
        }
    }

    /// `NO_COLOR` (no-color.org) and `TERM=dumb` count where nothing was said.
    public static Paint of(When when, Terminal terminal, boolean isTerminal) {
        return switch (when) {
            case ALWAYS -> new Paint(true);
            case NEVER -> new Paint(false);
            case AUTO -> new Paint(isTerminal && terminal.variable("NO_COLOR").isEmpty()
                    && !terminal.variable("TERM").equals("dumb"));
        };
    }

    public String as(Role role, String text) {
        return coloured ? "\u001b[" + role.code + "m" + text + "\u001b[0m" : text;
    }
}
