package dev.brokerscope.cli.option;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.OpenConnection;
import dev.brokerscope.core.slice.ConsentWord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where a command works: a saved connection, an archive, or a broker described on the spot.
public final class SourceOptions {

    private static final String VARIABLE = "BROKERSCOPE_CONNECTION";

    @Option(order = 801, names = {"-c", "--connection"}, paramLabel = "NAME",
            description = "A saved connection, or the path of an archive (default: the variable " + VARIABLE + ").")
    Optional<String> connection = Optional.empty();

    @Mixin
    AdHocOptions adHoc = new AdHocOptions();

    @Mixin
    KeyOptions keys = new KeyOptions();

    @Option(order = 802, names = "--isolation", paramLabel = "WHICH", defaultValue = "committed",
            description = "Messages of transactions: committed or all (default: ${DEFAULT-VALUE}).")
    Isolation isolation = Isolation.COMMITTED;

    @Option(order = 803, names = "--consent", paramLabel = "WHAT", split = ",",
            description = "What reading may do to the broker: hides, redelivers, counts-deliveries, may-drop, reorders, "
                    + "consumes, may-create, joins-group.")
    List<String> consent = new ArrayList<>();

    public Isolation isolation() {
        return isolation;
    }

    /// @throws FaultException of kind `USAGE` for an unknown word
    public Set<Impact> consent() throws FaultException {
        Set<Impact> impacts = EnumSet.noneOf(Impact.class);
        for (String word : consent) {
            impacts.add(ConsentWord.parse(word).orElseThrow(() -> usage("consent.unknown",
                    "There is nothing called \"" + word + "\" to consent to.",
                    "Known are: hides, redelivers, counts-deliveries, may-drop, reorders, consumes, may-create, "
                            + "joins-group.")));
        }
        return impacts;
    }

    /// What was asked for; absent where it is the archive at [archive].
    ///
    /// @throws FaultException of kind `USAGE` where nothing or too much was said
    public Connection connection(Run run) throws FaultException {
        unlock(run);
        Optional<String> name = name(run);
        if (adHoc.given()) {
            if (connection.isPresent()) {
                throw usage("source.both", "Both -c and --broker were given.", "Give one of them.");
            }
            return adHoc.connection(run);
        }
        adHoc.demandUnused();
        if (name.isEmpty()) {
            throw usage("source.none", "It was not said where.",
                    "Give -c NAME, -c ARCHIVE.msgdb, or --broker KIND --set KEY=VALUE.");
        }
        if (Archive.looksLikePath(name.get())) {
            return Connection.ofArchive(name.get());
        }
        return adHoc.patient(run, run.engine().connections().get(name.get()));
    }

    /// Fetches the keys to encrypted archives, for whatever this run opens.
    public void unlock(Run run) throws FaultException {
        keys.unlock(run);
    }

    /// Whether the command line itself names a place; the variable does not count.
    public boolean given() {
        return connection.isPresent() || adHoc.given();
    }

    /// Opens it for reading.
    public OpenConnection open(Run run) throws FaultException, InterruptedException {
        return open(run, connection(run));
    }

    public static OpenConnection open(Run run, Connection connection) throws FaultException, InterruptedException {
        return connection.isArchive()
                ? run.engine().connector().openArchive(Path.of(connection.name()))
                : run.engine().connector().open(connection);
    }

    /// The words that reach the same place, for commands to copy.
    public List<String> words(Connection chosen) {
        return adHoc.given() ? adHoc.words() : List.of("-c", chosen.name());
    }

    private Optional<String> name(Run run) {
        return connection.or(() -> Optional.of(run.terminal().variable(VARIABLE)).filter(v -> !v.isBlank()));
    }

    private static FaultException usage(String code, String message, String remedy) {
        return new FaultException(FaultKind.USAGE, code, message, remedy);
    }
}
