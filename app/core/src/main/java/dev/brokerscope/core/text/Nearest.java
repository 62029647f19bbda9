package dev.brokerscope.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The word somebody probably meant.
public final class Nearest {

    private Nearest() {}

    /// The closest of the known words; absent where none is close enough to be a slip of the finger.
    public static Optional<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        int most = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(k -> !k.equals(word))
                .min(Comparator.comparingInt(k -> distance(wanted, k.toLowerCase(Locale.ROOT))))
                .filter(k -> distance(wanted, k.toLowerCase(Locale.ROOT)) <= most
                        || word.length() > 2 && k.toLowerCase(Locale.ROOT).startsWith(wanted));
    }

    /// Levenshtein's, with swapped neighbours as one step.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
