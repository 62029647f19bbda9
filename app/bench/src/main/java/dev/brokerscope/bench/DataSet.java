package dev.brokerscope.bench;

/// Messages of one size; 4 partitions always.
///
/// @param name S, M or L
/// @param count messages at scale 1
/// @param size bytes of a value
public record DataSet(String name, int count, int size) {

    /// What the design asks for: about 400 MB, 400 MB and 2 GB.
    public static DataSet named(String name) {
        return switch (name) {
            case "S" -> new DataSet("S", 2_000_000, 200);
            case "M" -> new DataSet("M", 200_000, 2_000);
            case "L" -> new DataSet("L", 20_000, 100_000);
            default -> throw new IllegalArgumentException("There is no data set " + name + ": S, M or L.");
        };
    }

    /// Large enough for start and compilers to matter little, small enough for the memory of a machine with 24 GB.
    DataSet grown() {
        return switch (name) {
            case "S" -> scaled(10);
            case "M" -> scaled(5);
            default -> scaled(2);
        };
    }

    DataSet scaled(double scale) {
        return new DataSet(name, Math.max(1_000, (int) (count * scale)), size);
    }

    long bytes() {
        return (long) count * size;
    }

    /// For people.
    String text() {
        return String.format(java.util.Locale.ROOT, "%s: %,d × %,d B JSON", name, count, size);
    }
}
