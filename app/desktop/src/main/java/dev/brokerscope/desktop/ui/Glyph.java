package dev.brokerscope.desktop.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The icons of the program, under their Lucide names. Drawn by [Icon]; the paths come from
/// `icons/lucide.properties`, which `LucidePaths` (test sources) writes: a new constant needs a new line there.
public enum Glyph {
    ACTIVITY, ARCHIVE, ARCHIVE_RESTORE, ARROW_DOWN, ARROW_RIGHT, ARROW_UP, BADGE_CHECK, BAN, BINARY, BOOK_OPEN,
    BOOKMARK, BOOKMARK_PLUS, BRACES, CALCULATOR, CALENDAR_CLOCK, CALENDAR_PLUS, CHART_NO_AXES_COLUMN, CHECK,
    CHEVRON_DOWN, CHEVRON_LEFT, CHEVRON_RIGHT, CHEVRON_UP, CHEVRONS_LEFT, CHEVRONS_RIGHT, CIRCLE_ALERT,
    CIRCLE_CHECK, CIRCLE_DASHED, CIRCLE_HELP, CIRCLE_PAUSE, CIRCLE_SLASH, CIRCLE_X, CLOCK, COLUMNS_3, COPY,
    DATABASE, DOWNLOAD, ELLIPSIS, EQUAL, EXTERNAL_LINK, EYE, EYE_OFF, FILE, FILE_ARCHIVE, FILE_TEXT, FILTER,
    FINGERPRINT, FLASK_CONICAL, FOLDER, FOLDER_OPEN, FOLDER_PLUS, GAUGE, GIT_COMMIT_HORIZONTAL, GIT_COMPARE,
    GLOBE, HASH, HISTORY, IMPORT, INFO, KEY_ROUND, KEYBOARD, LAYERS, LIST_END, LIST_FILTER, LIST_TREE, LOCK,
    LOCK_OPEN, LOG_OUT, MEMORY_STICK, MINUS, MONITOR, MOON, OCTAGON_X, PANEL_LEFT, PAUSE, PENCIL, PLAY, PLUG,
    PLUS, RADIO, REFRESH_CW, REPLACE, ROTATE_CCW, ROWS_3, SAVE, SCAN_LINE, SCISSORS, SEARCH, SEND, SERVER,
    SETTINGS, SHIELD_CHECK, SHRINK, SKIP_FORWARD, SPLIT, SQUARE, SQUARE_PEN, STAMP, STAR, STEP_FORWARD, SUN,
    TABLE, TAG, TERMINAL, TEXT, TRASH_2, TRIANGLE_ALERT, UNDO_2, UNFOLD_VERTICAL, UNPLUG, UPLOAD, USERS, WAVES,
    WIFI_OFF, WRENCH, X, ZAP;

    /// The icon's name in Lucide and in `lucide.properties`.
    public String lucideName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The icon of that Lucide name; absent where the program has none.
    public static Optional<Glyph> named(String lucideName) {
        return Arrays.stream(values()).filter(glyph -> glyph.lucideName().equals(lucideName)).findFirst();
    }
}
