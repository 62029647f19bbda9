package dev.brokerscope.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.settings.Field;
import dev.brokerscope.api.settings.FieldType;
import dev.brokerscope.api.settings.FieldType.Option;
import dev.brokerscope.api.settings.Settings;
import dev.brokerscope.api.settings.SettingsSchema;
import dev.brokerscope.core.connection.Connection;
import dev.brokerscope.core.connection.Stage;
import dev.brokerscope.plugin.memory.MemoryPlugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionDraftTest {

    private static final Field SECURITY = Field.optional("security", "Security", "",
            new FieldType.Choice(List.of(new Option("none", "None"), new Option("sasl", "SASL"))), "none");
    private static final Field PASSWORD = Field.required("password", "Password", "", new FieldType.Secret(false),
            Field.When.is("security", "sasl"));
    private static final Field MORE = Field.optional("more", "More", "", new FieldType.Table(), "");
    private static final SettingsSchema SCHEMA = new SettingsSchema(
            List.of(new SettingsSchema.Group("all", "All", false, List.of(SECURITY, PASSWORD, MORE))), List.of());

    @Test
    void aFieldCountsOnlyWhereTheOthersSaySo() {
        FormValues values = values();
        assertFalse(values.applies(PASSWORD));

        values.value(SECURITY).set("sasl");

        assertTrue(values.applies(PASSWORD));
        assertEquals("Password is needed.", values.problems().getFirst().message());
    }

    @Test
    void aTypedSecretIsNeverASetting() {
        FormValues values = values();
        values.value(SECURITY).set("sasl");
        values.value(PASSWORD).set("hunter2");

        assertEquals(List.of(), values.problems());
        assertEquals(Map.of("password", "hunter2"), values.typedSecrets());

        values.keptSecret("password", "@vault:shop/password");

        assertEquals(Map.of(), values.typedSecrets());
        assertEquals(Optional.of("@vault:shop/password"), values.settings().get("password"));
    }

    @Test
    void aReferenceIsTakenAsItStands() {
        FormValues values = values();
        values.value(SECURITY).set("sasl");
        values.value(PASSWORD).set("@env:PASSWORD");

        assertEquals(Map.of(), values.typedSecrets());
    }

    @Test
    void defaultsAreNotWrittenDown() {
        FormValues values = values();
        values.value(MORE).set("receive.buffer.bytes = 65536\nnonsense");

        assertEquals(Map.of("more.receive.buffer.bytes", "65536"), values.settings().values());
    }

    @Test
    void aChangedConnectionKeepsWhatTheFormDoesNotShow() {
        Connection shop = Connection.adHoc("shop", "memory", Settings.EMPTY.with("name", "shop"))
                .coloured(Optional.of("#ff0000"));
        ConnectionDraft draft = new ConnectionDraft(new MemoryPlugin(), Optional.of(shop));
        draft.stageProperty().set(Stage.TEST);
        draft.nameProperty().set(" shop 2 ");

        Connection changed = draft.connection();

        assertEquals("shop 2", changed.name());
        assertEquals(Stage.TEST, changed.stage());
        assertEquals(Optional.of("#ff0000"), changed.colour());
        assertTrue(changed.readOnly());
    }

    @Test
    void aNewConnectionIsReadOnlyAndNeedsAName() {
        ConnectionDraft draft = new ConnectionDraft(new MemoryPlugin(), Optional.empty());

        assertTrue(draft.readOnlyProperty().get());
        assertTrue(draft.nameProblem().isPresent());
    }

    private static FormValues values() {
        return new FormValues(SCHEMA, Settings.EMPTY, () -> {
        });
    }
}
