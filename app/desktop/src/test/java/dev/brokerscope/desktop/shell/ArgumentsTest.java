package dev.brokerscope.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void nameAConnectionAChannelAndArchives() {
        Arguments arguments =
                Arguments.parse(List.of("--connect", "shop", "a.msgdb", "--channel", "orders", "--open", "b"));

        assertEquals(Optional.of("shop"), arguments.connect());
        assertEquals(Optional.of("orders"), arguments.channel());
        assertEquals(List.of(Path.of("a.msgdb"), Path.of("b")), arguments.archives());
    }

    @Test
    void mayBeAbsent() {
        assertEquals(new Arguments(Optional.empty(), Optional.empty(), List.of()), Arguments.parse(List.of()));
    }
}
