package dev.brokerscope.desktop.wizard.backup;

/// How long a passphrase would resist somebody who guesses: a rough measure from its length and its different
/// characters, which knows no dictionary.
public enum Strength {
    WEAK, FAIR, STRONG;

    private static final double FAIR_BITS = 45;
    private static final double STRONG_BITS = 70;

    static Strength of(String passphrase) {
        double bits = bits(passphrase);
        return bits >= STRONG_BITS ? STRONG : bits >= FAIR_BITS ? FAIR : WEAK;
    }

    private static double bits(String passphrase) {
        long different = passphrase.chars().distinct().count();
        int alphabet = (has(passphrase, "\\p{Ll}") ? 26 : 0) + (has(passphrase, "\\p{Lu}") ? 26 : 0)
                + (has(passphrase, "\\d") ? 10 : 0) + (has(passphrase, "[^\\p{L}\\d]") ? 20 : 0);
        double length = Math.min(passphrase.length(), 2.0 * different);
        return alphabet == 0 ? 0 : length * Math.log(alphabet) / Math.log(2) * 0.75;
    }

    private static boolean has(String passphrase, String what) {
        return passphrase.matches("(?s).*" + what + ".*");
    }
}
