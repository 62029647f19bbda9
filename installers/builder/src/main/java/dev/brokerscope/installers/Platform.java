package dev.brokerscope.installers;

import java.util.Locale;

/// The system that packages are made on; each makes its own.
///
/// @param arch as the JDK names it: `amd64`, `aarch64`
record Platform(OperatingSystem system, String arch) {

    enum OperatingSystem {
        LINUX, WINDOWS, MACOS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Platform current() {
        String name = System.getProperty("os.name", "");
        OperatingSystem system = name.startsWith("Windows") ? OperatingSystem.WINDOWS
                : name.startsWith("Mac") ? OperatingSystem.MACOS : OperatingSystem.LINUX;
        return new Platform(system, System.getProperty("os.arch", ""));
    }

    /// As file names of downloads have it: `linux-x64`.
    String word() {
        return system.word() + "-" + (arm() ? "arm64" : "x64");
    }

    String debArch() {
        return arm() ? "arm64" : "amd64";
    }

    String rpmArch() {
        return arm() ? "aarch64" : "x86_64";
    }

    private boolean arm() {
        return arch.equals("aarch64") || arch.equals("arm64");
    }
}
