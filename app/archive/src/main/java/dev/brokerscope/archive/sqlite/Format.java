package dev.brokerscope.archive.sqlite;

/// The numbers of the file format.
public final class Format {

    /// `MSGD`.
    public static final int APPLICATION_ID = 1_297_303_364;
    /// Major · 1000 + minor.
    public static final int VERSION = 1_000;
    public static final int PAGE_SIZE = 16_384;

    private Format() {}

    /// `1.0`, for people.
    public static String text(int version) {
        return version / 1000 + "." + version % 1000;
    }
}
