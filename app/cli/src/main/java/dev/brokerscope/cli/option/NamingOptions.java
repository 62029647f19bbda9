package dev.brokerscope.cli.option;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.core.slice.Naming;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/// How channels are called on the other side.
public final class NamingOptions {

    @Option(names = "--rename", paramLabel = "OLD=NEW",
            description = "Another name for one channel, or for all that match: 'orders.*=restored.*', "
                    + "'/(.+)-prod/=$1-test'; repeatable.")
    Map<String, String> renames = new LinkedHashMap<>();

    @Option(names = "--prefix", paramLabel = "P", defaultValue = "",
            description = "In front of the name of every channel that is not renamed.")
    String prefix = "";

    /// @throws FaultException of kind `USAGE` where a pattern cannot be understood
    public Naming naming() throws FaultException {
        return new Naming(renames, prefix).checked();
    }
}
