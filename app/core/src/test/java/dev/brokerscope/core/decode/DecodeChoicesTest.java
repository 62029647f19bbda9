package dev.brokerscope.core.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Sample.Side;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeChoicesTest {

    private static final ChannelId CHANNEL = ChannelId.of("queue", "v/host", "orders");

    @TempDir
    private Path folder;

    @Test
    void remembersPerConnectionChannelAndSide() throws Exception {
        Path file = folder.resolve("config/decode-choices.json");
        DecodeAs latin = new DecodeAs("text", Map.of("charset", "ISO-8859-1"), Optional.empty());
        DecodeAs avro = new DecodeAs("avro", Map.of(), Optional.of(Path.of("/schemas/order.avsc")));
        DecodeChoices choices = DecodeChoices.load(file);
        choices.remember("prod", CHANNEL, Side.KEY, Optional.of(latin));
        choices.remember("prod", CHANNEL, Side.VALUE, Optional.of(avro));
        DecodeChoices again = DecodeChoices.load(file);
        assertEquals(Optional.of(latin), again.find("prod", CHANNEL, Side.KEY));
        assertEquals(Optional.of(avro), again.find("prod", CHANNEL, Side.VALUE));
        assertEquals(Optional.empty(), again.find("test", CHANNEL, Side.VALUE));
    }

    @Test
    void forgets() throws Exception {
        Path file = folder.resolve("choices.json");
        DecodeChoices choices = DecodeChoices.load(file);
        choices.remember("prod", CHANNEL, Side.KEY, Optional.of(DecodeAs.of("hex")));
        choices.remember("prod", CHANNEL, Side.KEY, Optional.empty());
        assertEquals(Optional.empty(), DecodeChoices.load(file).find("prod", CHANNEL, Side.KEY));
    }

    @Test
    void saysThatItsFileMakesNoSense() throws Exception {
        Path file = Files.writeString(folder.resolve("choices.json"), "{\"version\":99}");
        assertEquals(FaultKind.CORRUPT, assertThrows(FaultException.class, () -> DecodeChoices.load(file)).kind());
        Files.writeString(file, "{nonsense");
        assertEquals(FaultKind.CORRUPT, assertThrows(FaultException.class, () -> DecodeChoices.load(file)).kind());
    }
}
