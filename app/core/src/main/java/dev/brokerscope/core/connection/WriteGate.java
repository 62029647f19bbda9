package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.audit.AuditLog;
import java.util.Map;
import java.util.Optional;

/// The only door to writing. Everything that goes through it stands in the audit log before it is done.
public final class WriteGate {

    private final Connector connector;
    private final AuditLog audit;

    public WriteGate(Connector connector, AuditLog audit) {
        this.connector = connector;
        this.audit = audit;
    }

    /// Why writing would be refused, without touching the broker; absent where it would not.
    public Optional<FaultException> refusal(Connection connection, WritePermit permit) {
        String name = connection.name();
        if (connection.isArchive()) {
            return Optional.of(refused("write.archive", name + " is an archive: messages are never written into one.",
                    "Choose a broker as the target."));
        }
        if (connection.readOnly() && !permit.unlocked()) {
            return Optional.of(refused("write.read-only", "The connection " + name + " is read-only.",
                    "Unlock writing for this run with --write, or in the window with Unlock."));
        }
        if (!permit.unlocked()) {
            return Optional.of(refused("write.not-asked", "Writing to " + name + " was not asked for.",
                    "Say so with --write."));
        }
        if (connection.stage() == Stage.PRODUCTION && !permit.typedName().equals(Optional.of(name))) {
            return Optional.of(refused("write.unconfirmed",
                    permit.typedName().isEmpty()
                            ? "The connection " + name + " is production, and its name was not confirmed."
                            : "The confirmed name is not that of the connection " + name + ", which is production.",
                    "Confirm with --confirm '" + name + "', or give its stage if it is none."));
        }
        return Optional.empty();
    }

    /// Connects for writing.
    ///
    /// @throws FaultException of kind `REFUSED` where the permit does not suffice, `UNSUPPORTED` where the plugin only
    /// reads, `FILE_ACCESS` where the audit log cannot be written
    public WritableSession open(Connection connection, WritePermit permit)
            throws FaultException, InterruptedException {
        Optional<FaultException> refusal = refusal(connection, permit);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        BrokerPlugin plugin = connector.plugin(connection);
        BrokerPlugin.WriteAccess access = plugin.writeAccess()
                .orElseThrow(() -> new FaultException(FaultKind.UNSUPPORTED, "write.unsupported",
                        "The plugin " + plugin.descriptor().name() + " only reads.", "Choose another target."));
        audit.record("write.open", connection.name(), Map.of("broker", connection.broker(), "stage",
                connection.stage().text(), "purpose", permit.purpose()));
        return new AuditedSession(access.connect(connection.settings(), connector.host(connection)),
                connection.name(), audit);
    }

    private static FaultException refused(String code, String message, String remedy) {
        return new FaultException(FaultKind.REFUSED, code, message, remedy);
    }
}
