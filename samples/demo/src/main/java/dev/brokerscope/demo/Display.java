package dev.brokerscope.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be shown.
record Display(String system, Map<String, String> environment) {

    static Display current() {
        return new Display(System.getProperty("os.name"), System.getenv());
    }

    /// Windows and macOS have one; elsewhere a variable names it.
    boolean present() {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") || name.startsWith("mac") || named("DISPLAY") || named("WAYLAND_DISPLAY");
    }

    private boolean named(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).isPresent();
    }
}
