package dev.brokerscope.core.connection;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.core.place.WholeFile;
import dev.brokerscope.core.schema.RegistryForm;
import dev.brokerscope.core.schema.RegistrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One connection as a readable JSON file. Unknown fields of the same version are ignored.
final class ConnectionFile {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private ConnectionFile() {}

    static void write(Path file, Connection connection) throws FaultException {
        ObjectNode o = JSON.createObjectNode();
        o.put("version", VERSION);
        o.put("name", connection.name());
        o.put("broker", connection.broker());
        o.put("stage", connection.stage().text());
        o.put("readOnly", connection.readOnly());
        connection.colour().ifPresent(c -> o.put("colour", c));
        connection.settings().values().forEach(o.putObject("settings")::put);
        connection.registry().ifPresent(r -> r.settings().values().forEach(o.putObject("registry")::put));
        WholeFile.write(file, o.toPrettyString() + System.lineSeparator());
    }

    static Connection read(Path file) throws FaultException {
        JsonNode o = tree(file);
        int version = o.path("version").asInt(0);
        if (version > VERSION) {
            throw broken(file, "it was written by a newer Brokerscope (version " + version + " of the file)");
        }
        if (version < 1) {
            throw broken(file, "it has no \"version\"");
        }
        Optional<String> colour = o.path("colour").isTextual()
                ? Optional.of(o.path("colour").asText())
                : Optional.empty();
        return new Connection(text(file, o, "name"), text(file, o, "broker"), settings(file, o.path("settings")),
                stage(file, text(file, o, "stage")), o.path("readOnly").asBoolean(true), registry(file, o), colour,
                true);
    }

    private static JsonNode tree(Path file) throws FaultException {
        try {
            JsonNode o = JSON.readTree(Files.readString(file));
            if (o == null || !o.isObject()) {
                throw broken(file, "it holds no JSON object");
            }
            return o;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw broken(file, "it is no JSON at line " + (at == null ? 1 : at.getLineNr()) + ", column "
                    + (at == null ? 1 : at.getColumnNr()));
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "connection.unreadable",
                    "The connection's file " + file + " cannot be read.", "Check its permissions.", e);
        }
    }

    private static String text(Path file, JsonNode o, String field) throws FaultException {
        JsonNode value = o.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw broken(file, "\"" + field + "\" is missing");
        }
        return value.asText();
    }

    private static Stage stage(Path file, String text) throws FaultException {
        for (Stage stage : Stage.values()) {
            if (stage.text().equals(text.toLowerCase(Locale.ROOT))) {
                return stage;
            }
        }
        throw broken(file, "\"stage\" must be development, test or production, not \"" + text + "\"");
    }

    private static Optional<RegistrySettings> registry(Path file, JsonNode o) throws FaultException {
        if (!o.path("registry").isObject()) {
            return Optional.empty();
        }
        Settings settings = settings(file, o.path("registry"));
        var problems = RegistryForm.SCHEMA.problems(settings);
        if (!problems.isEmpty()) {
            throw broken(file, "\"registry\": " + problems.getFirst().key() + ": " + problems.getFirst().message());
        }
        return Optional.of(RegistrySettings.of(settings));
    }

    private static Settings settings(Path file, JsonNode o) throws FaultException {
        Map<String, String> values = new LinkedHashMap<>();
        for (var entry : o.properties()) {
            if (!entry.getValue().isValueNode()) {
                throw broken(file, "the setting \"" + entry.getKey() + "\" must be a text");
            }
            values.put(entry.getKey(), entry.getValue().asText());
        }
        return new Settings(values);
    }

    private static FaultException broken(Path file, String reason) {
        return new FaultException(FaultKind.INVALID_SETTINGS, "connection.malformed",
                "The connection's file " + file + " cannot be used: " + reason + ".",
                "Mend the file, or remove it and create the connection anew.");
    }
}
