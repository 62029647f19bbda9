package dev.brokerscope.desktop.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.desktop.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One person's whole job in a real window: browse, back up, look into the archive, restore under other names. A plain
/// consumer has the last word. Each step leaves a picture in both themes in `target/story`.
///
/// The size of the window is that of `-Dstory.size=1920x1080`.
@Tag("story")
class WholeJobStoryTest {

    private static final String SIZE = System.getProperty("story.size", "1280x800");
    private static final String SHOP = "shop-test";
    private static final String ARCHIVE = "shop-backup";

    private final Path pictures = Path.of("target", "story", SIZE);
    private int step;

    @Test
    void browsesBacksUpAndRestoresInTheWindow(@TempDir Path home) throws Exception {
        double width = Double.parseDouble(SIZE.split("x")[0]);
        double height = Double.parseDouble(SIZE.split("x")[1]);
        try (ShopCluster cluster = ShopCluster.filled();
                StoryWindow window = new StoryWindow(home,
                        List.of(new Shop(cluster).connection(SHOP, Stage.TEST, false)), width, height)) {
            try {
                Hands hands = new Hands(window);
                browse(window, hands);
                backUp(window, hands, home.resolve("backups").resolve(ARCHIVE + ".msgdb"));
                browseArchive(window, hands, cluster);
                restore(window, hands);
                lookAtJobs(window);
            } catch (AssertionError | RuntimeException e) {
                window.keepFailure(pictures.resolve("failed.png"));
                throw e;
            }
            assertRestored(cluster, "payments");
            assertRestored(cluster, ShopCluster.UGLY);
            assertTrue(Files.exists(home.resolve("backups").resolve(ARCHIVE + ".msgdb")));
        }
    }

    private void browse(StoryWindow window, Hands hands) {
        window.await(Look.channel(SHOP, "orders"));
        picture(window, "connected");
        hands.open(SHOP, "orders");
        hands.selectDecodedAs("JSON");
        picture(window, "json");
        hands.page("message.page.next", "501");
        picture(window, "next-page");
        hands.page("message.page.previous", "1 –");
        hands.filter("ORD-90042");
        window.await("one message is left", () -> hands.rows() == 1);
        picture(window, "filtered");
        hands.open(SHOP, "invoices");
        hands.selectDecodedAs("XML");
        picture(window, "xml");
        hands.open(SHOP, ShopCluster.UGLY);
        picture(window, "ugly");
        hands.open(SHOP, "payments");
        hands.selectDecodedAs("Avro");
        window.click(Look.field("amount", "payment"), Look.text("amount").below("hex-head"));
        picture(window, "avro");
    }

    private void backUp(StoryWindow window, Hands hands, Path file) {
        window.click(Look.button(Texts.text("channel.back-up")), Look.styled("modal-card"));
        hands.awaitStep(Texts.text("backup.range"));
        hands.back("Topics");
        hands.tick(ShopCluster.UGLY);
        picture(window, "backup-channels");
        hands.backUpTo(file);
        picture(window, "backup-what");
        window.click(Look.button(Texts.text("backup.start")), Look.button(Texts.text("job.open-archive")));
        picture(window, "backup-done");
        window.click(Look.button(Texts.text("job.open-archive")), "the dialog closes",
                () -> window.find(Look.styled("modal-card")).isEmpty());
        window.await(Look.archive(ARCHIVE));
    }

    /// The registry is away meanwhile: the archive holds its schemas.
    private void browseArchive(StoryWindow window, Hands hands, ShopCluster cluster) {
        window.await(Look.text(Texts.text("archive.coverage")));
        picture(window, "archive");
        cluster.registryAnswers(false);
        hands.unfold(Look.archive(ARCHIVE), Look.channel(ARCHIVE, "payments"));
        hands.open(ARCHIVE, "payments");
        hands.selectDecodedAs("Avro");
        picture(window, "archive-messages");
        cluster.registryAnswers(true);
    }

    private void restore(StoryWindow window, Hands hands) {
        window.press(KeyCode.CONTROL, KeyCode.R);
        hands.restoreTo(ARCHIVE, SHOP);
        hands.prefix("copy.");
        hands.preflight();
        picture(window, "restore-preflight");
        hands.next(Texts.text("backup.what"));
        picture(window, "restore-what");
        window.click(Look.button(Texts.text("restore.start")), Look.button("Browse copy.payments"));
        picture(window, "restore-done");
        window.click(Look.button("Browse copy.payments"), Look.text("copy.payments").below("channel-head"));
        window.await(Look.channel(SHOP, "copy.payments"));
        window.await("messages of copy.payments", () -> hands.rows() > 0);
        hands.selectDecodedAs("Avro");
        picture(window, "restored");
    }

    private void lookAtJobs(StoryWindow window) {
        window.press(KeyCode.CONTROL, KeyCode.J);
        window.await(Look.styled("job-list"));
        window.await(Look.textStarting("Backup of").below("job-list"));
        window.await(Look.textStarting("Restore into").below("job-list"));
        picture(window, "jobs");
    }

    private static void assertRestored(ShopCluster cluster, String topic) {
        var source = cluster.reader().contents(topic);
        assertFalse(source.isEmpty(), topic);
        assertEquals(source, cluster.reader().contents("copy." + topic), topic);
    }

    private void picture(StoryWindow window, String name) {
        window.pictures(pictures, "%02d-%s".formatted(++step, name));
    }
}
