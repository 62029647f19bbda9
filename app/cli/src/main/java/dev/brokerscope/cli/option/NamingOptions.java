package dev.brokerscope.cli.option;

import dev.brokerscope.core.slice.Naming;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// How channels are called on the other side.
public final class NamingOptions {

    @Option(names = "--rename", paramLabel = "OLD=NEW", description = "Another name for one channel; repeatable.")
    Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--prefix", paramLabel = "P", defaultValue = "",
            description = "In front of the name of every channel that is not renamed.")
    String prefix = "";

    public Naming naming() {
        return new Naming(renames, prefix);
    }
}
