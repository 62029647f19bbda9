package dev.brokerscope.desktop.story;

import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.desktop.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Not a test but a command: renders the pictures of the README to `docs/screenshots`.
@Tag("story")
class ReadmeScreenshots {

    private static final String PRODUCTION = "shop-prod";
    private static final String TEST = "shop-test";
    private static final String ARCHIVE = "shop-2026-11-22";

    /// Its name is seen in the pictures.
    private static final Path BACKUPS = Path.of("/var/tmp/backups");

    private final Path folder = Path.of("..", "..", "docs", "screenshots");

    @Test
    void render(@TempDir Path home) throws Exception {
        Path file = BACKUPS.resolve(ARCHIVE + ".msgdb");
        Files.deleteIfExists(file);
        try (ShopCluster cluster = ShopCluster.filled()) {
            Shop shop = new Shop(cluster);
            try (StoryWindow window = new StoryWindow(home, List.of(shop.connection(PRODUCTION, Stage.PRODUCTION, true),
                    shop.connection(TEST, Stage.TEST, false)), 1440, 900)) {
                Hands hands = new Hands(window);
                main(window, hands);
                backupWizard(window, hands, file);
                archive(window);
                restore(window, hands);
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void main(StoryWindow window, Hands hands) {
        window.await(Look.channel(PRODUCTION, "payments"));
        hands.open(PRODUCTION, "orders");
        hands.open(PRODUCTION, "invoices");
        hands.open(PRODUCTION, "payments");
        hands.selectDecodedAs("Avro");
        window.click(Look.field("customer", "payment"));
        window.press(KeyCode.RIGHT);
        window.click(Look.field("amount", "payment"), Look.text("amount").below("hex-head"));
        window.picture(folder.resolve("main-light.png"), false);
        window.picture(folder.resolve("main-dark.png"), true);
    }

    private void backupWizard(StoryWindow window, Hands hands, Path file) {
        window.click(Look.button(Texts.text("channel.back-up")), Look.styled("modal-card"));
        hands.awaitStep(Texts.text("backup.range"));
        hands.back("Topics");
        List.of("invoices", "orders").forEach(hands::tick);
        hands.backUpTo(file);
        window.picture(folder.resolve("backup-wizard.png"), true);
        window.click(Look.button(Texts.text("backup.start")), Look.button(Texts.text("job.open-archive")));
    }

    private void archive(StoryWindow window) {
        window.click(Look.button(Texts.text("job.open-archive")), "the dialog closes",
                () -> window.find(Look.styled("modal-card")).isEmpty());
        window.await(Look.archive(ARCHIVE));
        window.await(Look.text(Texts.text("archive.coverage")));
        window.picture(folder.resolve("archive.png"), true);
    }

    /// Under the same names, where the shop's own topics stand: there is something to find.
    private void restore(StoryWindow window, Hands hands) {
        window.press(KeyCode.CONTROL, KeyCode.R);
        hands.restoreTo(ARCHIVE, TEST);
        hands.preflight();
        window.picture(folder.resolve("restore-preflight.png"), true);
    }
}
