package dev.brokerscope.desktop.shell;

import dev.brokerscope.api.broker.BrokerPlugin;
import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.desktop.desk.Desk;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import dev.brokerscope.desktop.ui.Tone;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Takes a connection over from the configuration of another client: into the form, where it is looked at before it is
/// saved. Brokers understand their own clients' files; what they do not take is left out.
final class ImportFile {

    /// More than any such file has.
    private static final long MOST = 1 << 20;

    private final Desk desk;

    ImportFile(Desk desk) {
        this.desk = desk;
    }

    /// Asks for the file. FX thread.
    void ask() {
        desk.services().chooseFile(Texts.text("import.choose"), List.of()).ifPresent(this::take);
    }

    private void take(Path file) {
        desk.work().execute(() -> {
            try {
                Connection found = read(file, desk.engine().plugins().brokers());
                desk.ui().execute(() -> show(file, found));
            } catch (FaultException e) {
                Fault fault = e.fault();
                desk.ui().execute(() -> desk.screens().tell(fault));
            }
        });
    }

    private void show(Path file, Connection found) {
        desk.screens().editConnection(Optional.of(found));
        desk.screens().tell(Tone.OK, Glyph.IMPORT, Texts.text("import.taken", found.settings().values().size(),
                String.valueOf(file.getFileName())), List.of());
    }

    /// The first broker that understands the file. Production and read-only until somebody says otherwise.
    ///
    /// @throws FaultException where nobody understands it, or it cannot be read
    static Connection read(Path file, List<BrokerPlugin> brokers) throws FaultException {
        String text = text(file);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        for (BrokerPlugin broker : brokers) {
            Optional<Settings> settings = broker.importText(text);
            if (settings.isPresent()) {
                return Connection.adHoc(name, broker.descriptor().id(), settings.get());
            }
        }
        throw new FaultException(FaultKind.INVALID_SETTINGS, "connection.import",
                "No plugin understands " + file + ".", "Add the connection by hand.");
    }

    private static String text(Path file) throws FaultException {
        try {
            if (Files.size(file) > MOST) {
                throw new FaultException(FaultKind.INVALID_SETTINGS, "connection.import-size",
                        file + " is too large to be a client's configuration.", "Choose another file.");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "connection.import-file",
                    "The file " + file + " cannot be read as text.", "Check the path.", e);
        }
    }
}
