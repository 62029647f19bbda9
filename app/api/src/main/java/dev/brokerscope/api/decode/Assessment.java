package dev.brokerscope.api.decode;

/// How likely bytes are of a format.
///
/// @param likelihood 0 impossible … 100 certain
/// @param reason one clause for people: "starts with { and ends with }"
public record Assessment(int likelihood, String reason) {

    public static final int IMPOSSIBLE = 0;
    public static final int POSSIBLE = 30;
    public static final int LIKELY = 70;
    public static final int CERTAIN = 100;

    public Assessment {
        if (likelihood < 0 || likelihood > 100) {
            throw new IllegalArgumentException("likelihood " + likelihood);
        }
    }

    public static Assessment no(String reason) {
        return new Assessment(IMPOSSIBLE, reason);
    }
}
