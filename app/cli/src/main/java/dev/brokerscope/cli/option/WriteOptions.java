package dev.brokerscope.cli.option;

import dev.brokerscope.core.connection.WritePermit;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The user's word that this run may write.
public final class WriteOptions {

    @Option(names = "--write", description = "This run may write to the broker.")
    boolean write;

    @Option(names = "--confirm", paramLabel = "NAME",
            description = "Needed to write to production: the connection's name, or of an ad-hoc one its address.")
    Optional<String> confirm = Optional.empty();

    public WritePermit permit(String purpose) {
        return new WritePermit(write, confirm, purpose);
    }
}
