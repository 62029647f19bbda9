package dev.brokerscope.installers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version as each kind of package wants it. A snapshot sorts before the release that it becomes.
///
/// @param number as in `0.1.0`
/// @param snapshot whether it is on the way to that number
record Versions(String number, boolean snapshot) {

    private static final Pattern FORM = Pattern.compile("(\\d+\\.\\d+\\.\\d+)(-SNAPSHOT)?");

    static Versions of(String maven) {
        Matcher form = FORM.matcher(maven);
        if (!form.matches()) {
            throw new PackagingException("The version \"" + maven
                    + "\" is neither NUMBER.NUMBER.NUMBER nor that with -SNAPSHOT, which packages need.");
        }
        return new Versions(form.group(1), form.group(2) != null);
    }

    /// What people read.
    String text() {
        return snapshot ? number + "-SNAPSHOT" : number;
    }

    String deb() {
        return snapshot ? number + "~snapshot" : number;
    }

    /// The tilde has the same meaning as in Debian's versions.
    String rpm() {
        return deb();
    }

    /// jpackage refuses a version that begins with 0 on macOS, so it gets one more; `Info.plist` shows the real one.
    String mac() {
        int dot = number.indexOf('.');
        return Integer.parseInt(number.substring(0, dot)) + 1 + number.substring(dot);
    }
}
