package dev.brokerscope.api.broker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the plugin interfaces, as a plugin's jar names it in its manifest (`Brokerscope-Spi: 1.0`). A minor version
/// adds and takes nothing away; a major version breaks.
public record SpiVersion(int major, int minor) {

    /// Of this build of the api.
    public static final SpiVersion CURRENT = new SpiVersion(1, 0);

    /// Name of the manifest's attribute.
    public static final String ATTRIBUTE = "Brokerscope-Spi";

    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /// Absent where the text is no version.
    public static Optional<SpiVersion> parse(String text) {
        Matcher m = TEXT.matcher(text.strip());
        return m.matches() ? Optional.of(new SpiVersion(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }

    /// Whether a program with this version can run a plugin that was built for the other one.
    public boolean runs(SpiVersion plugin) {
        return major == plugin.major && minor >= plugin.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
