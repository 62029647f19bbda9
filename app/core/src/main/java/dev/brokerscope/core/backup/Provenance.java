package dev.brokerscope.core.backup;

/// Who makes an archive, as it keeps it.
///
/// @param program name and version: `Brokerscope 0.1.0`
/// @param actor the user's name; may be empty
/// @param host the machine's name; may be empty
public record Provenance(String program, String actor, String host) {

    /// The user and machine that the system tells.
    public static Provenance ofSystem(String program) {
        String host = System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", ""));
        return new Provenance(program, System.getProperty("user.name", ""), host);
    }
}
