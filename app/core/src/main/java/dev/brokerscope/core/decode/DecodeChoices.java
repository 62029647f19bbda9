package dev.brokerscope.core.decode;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What was picked with *Decode as*, remembered per connection, channel and side in one file of the configuration
/// folder. Any thread.
public final class DecodeChoices {

    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<Place, DecodeAs> choices = new LinkedHashMap<>();

    private record Place(String connection, ChannelId channel, Side side) {}

    /// @throws FaultException where the file is there but cannot be read or makes no sense
    public static DecodeChoices load(Path file) throws FaultException {
        DecodeChoices choices = new DecodeChoices(file);
        if (Files.exists(file)) {
            try {
                choices.read(JSON.readTree(Files.readAllBytes(file)));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new FaultException(FaultKind.CORRUPT, "decode.choices",
                        "The remembered decoders in " + file + " make no sense.", "Mend the file or delete it.", e);
            } catch (IOException e) {
                throw new FaultException(FaultKind.FILE_ACCESS, "decode.choices",
                        "The remembered decoders in " + file + " cannot be read.",
                        "Check who may read the file, or delete it.", e);
            }
        }
        return choices;
    }

    private DecodeChoices(Path file) {
        this.file = file;
    }

    /// @param connection the name of a saved connection, or the path of an archive
    public synchronized Optional<DecodeAs> find(String connection, ChannelId channel, Side side) {
        return Optional.ofNullable(choices.get(new Place(connection, channel, side)));
    }

    /// Remembers a choice; none goes back to the likeliest decoder.
    ///
    /// @throws FaultException where the file cannot be written; the choice then counts until the program ends
    public synchronized void remember(String connection, ChannelId channel, Side side, Optional<DecodeAs> choice)
            throws FaultException {
        Place place = new Place(connection, channel, side);
        choice.ifPresentOrElse(c -> choices.put(place, c), () -> choices.remove(place));
        save();
    }

    private void save() throws FaultException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        ArrayNode list = root.putArray("choices");
        choices.forEach((place, choice) -> write(place, choice, list.addObject()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "decode.choices",
                    "The choice of decoder cannot be kept in " + file + ".",
                    "It counts until the program ends. Check the folder's rights.", e);
        }
    }

    private static void write(Place place, DecodeAs choice, ObjectNode node) {
        node.put("connection", place.connection()).put("kind", place.channel().kind())
                .put("channel", place.channel().text()).put("side", place.side().name().toLowerCase(Locale.ROOT))
                .put("decoder", choice.decoder());
        ObjectNode options = node.putObject("options");
        choice.options().forEach(options::put);
        choice.schemaFile().ifPresent(f -> node.put("schema", f.toString()));
    }

    private void read(JsonNode root) {
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("version " + root.path("version"));
        }
        for (JsonNode node : root.path("choices")) {
            ChannelId channel = ChannelId.parse(node.path("kind").asText(), node.path("channel").asText());
            Side side = Side.valueOf(node.path("side").asText().toUpperCase(Locale.ROOT));
            Map<String, String> options = new LinkedHashMap<>();
            node.path("options").properties().forEach(e -> options.put(e.getKey(), e.getValue().asText()));
            Optional<Path> schema = node.hasNonNull("schema")
                    ? Optional.of(Path.of(node.path("schema").asText()))
                    : Optional.empty();
            choices.put(new Place(node.path("connection").asText(), channel, side),
                    new DecodeAs(node.path("decoder").asText(), options, schema));
        }
    }
}
