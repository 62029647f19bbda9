package dev.brokerscope.core.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import dev.brokerscope.core.decode.DecoderChain;
import dev.brokerscope.core.schema.SchemaChain;
import dev.brokerscope.core.secret.Keyrings;
import dev.brokerscope.core.secret.SecretPrompt;
import dev.brokerscope.core.secret.SecretStore;
import dev.brokerscope.core.secret.Vault;
import dev.brokerscope.plugin.json.JsonPlugin;
import dev.brokerscope.plugin.xml.XmlPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules of a file are applied to messages, and let nothing through that they cannot read.
class MaskRulesTest {

    private static final ChannelId PAYMENTS = ChannelId.of("topic", "payments");

    @TempDir
    Path folder;

    @Test
    void valuesAreReplacedNulledPseudonymizedAndCut() throws Exception {
        MessageMask mask = mask("""
                {"secret": "@env:MASK", "rules": [
                  {"path": "customer.mail", "action": "pseudonym"},
                  {"path": "**.iban", "action": "replace", "with": "XX"},
                  {"path": "items[*].note", "action": "truncate", "keep": 2},
                  {"path": "customer.address", "action": "null"}]}""");
        String masked = value(mask, "{\"customer\":{\"mail\":\"a@b.org\",\"address\":{\"street\":\"S\"}},"
                + " \"iban\":\"DE1\",\"items\":[{\"note\":\"abc\",\"iban\":null},{\"note\":\"d\"}],\"total\":1.50}");
        assertTrue(
                masked.matches("\\{\"customer\":\\{\"mail\":\"u[a-z2-7]{20}@d[a-z2-7]{12}.example\",\"address\":null},"
                        + " \"iban\":\"XX\",\"items\":\\[\\{\"note\":\"ab\",\"iban\":null},\\{\"note\":\"d\"}],\"total\":1.50}"),
                masked);
        assertEquals(masked, value(mask, "{\"customer\":{\"mail\":\"a@b.org\",\"address\":{\"street\":\"S\"}},"
                + " \"iban\":\"DE1\",\"items\":[{\"note\":\"abc\",\"iban\":null},{\"note\":\"d\"}],\"total\":1.50}"));
    }

    @Test
    void keysAndHeadersAreMaskedAsWholes() throws Exception {
        MessageMask mask = mask("""
                {"secret": "@env:MASK", "rules": [
                  {"part": "key", "action": "pseudonym"},
                  {"part": "header", "name": "auth*", "action": "drop"},
                  {"part": "header", "name": "user", "action": "replace", "with": "?"}]}""");
        Message masked = mask.apply(PAYMENTS, Message.at(0, 0, 7).key(Bytes.utf8("PAY-7").toArray())
                .headers(Headers.of(Header.of("user", "anna"), Header.of("authorization", "Bearer x"),
                        Header.ofNull("user"), Header.of("other", "o")))
                .build()).orElseThrow();
        assertFalse(masked.key().orElseThrow().utf8().contains("PAY"));
        assertEquals(List.of(Header.of("user", "?"), Header.ofNull("user"), Header.of("other", "o")),
                masked.headers().list());
        assertEquals(7, masked.positionLo());
    }

    @Test
    void channelsThatNoRuleNamesPassUntouched() throws Exception {
        MessageMask mask = mask("{\"rules\": [{\"channels\": \"pay*\", \"action\": \"null\"}]}");
        Message message = Message.at(0, 0, 1).value(Bytes.utf8("x").toArray()).build();
        assertTrue(mask.apply(ChannelId.of("topic", "orders"), message).orElseThrow() == message);
        assertEquals(Optional.empty(), mask.apply(PAYMENTS, message).orElseThrow().value());
    }

    @Test
    void whatCannotBeReadEndsTheRunUnlessTheRulesSayOtherwise() throws Exception {
        String rules = "{\"otherwise\": \"%s\", \"rules\": [{\"path\": \"a\", \"action\": \"null\"}]}";
        Message broken = Message.at(0, 0, 5).value(Bytes.utf8("{\"a\": \"secret\", ").toArray()).build();
        FaultException fault = assertThrows(FaultException.class,
                () -> mask(rules.formatted("refuse")).apply(PAYMENTS, broken));
        assertEquals(FaultKind.REFUSED, fault.kind());
        assertTrue(fault.fault().message().contains("0:5"), fault.fault()::message);
        assertFalse(fault.fault().toString().contains("secret"), fault.fault()::message);
        assertEquals(Optional.empty(), mask(rules.formatted("drop")).apply(PAYMENTS, broken));
        assertEquals(Optional.empty(), mask(rules.formatted("null")).apply(PAYMENTS, broken).orElseThrow().value());
    }

    @Test
    void textThatNoFormatReadsIsNotLetThrough() throws Exception {
        MessageMask mask = mask("{\"rules\": [{\"path\": \"a\", \"action\": \"null\"}]}");
        for (String text : List.of("plain text with a secret", "a=secret", "\u0000\u0001binary")) {
            assertThrows(FaultException.class,
                    () -> mask.apply(PAYMENTS, Message.at(0, 0, 0).value(Bytes.utf8(text).toArray()).build()), text);
        }
    }

    @Test
    void aKindThatTakesNoPseudonymIsRefused() throws Exception {
        MessageMask mask = mask("{\"secret\":\"@env:MASK\",\"rules\":[{\"path\":\"a\",\"action\":\"pseudonym\"}]}");
        assertThrows(FaultException.class, () -> value(mask, "{\"a\": true}"));
        assertThrows(FaultException.class, () -> value(mask, "{\"a\": 1e400}"));
    }

    @Test
    void xmlIsMaskedByElementAndAttribute() throws Exception {
        MessageMask mask = mask("{\"rules\":[{\"path\":\"order.name\",\"action\":\"replace\",\"with\":\"N\"},"
                + "{\"path\":\"order.@id\",\"action\":\"replace\",\"with\":\"0\"}]}");
        assertEquals("<order id=\"0\"><name>N</name><x>1</x></order>",
                value(mask, "<order id=\"17\"><name>Anna</name><x>1</x></order>"));
    }

    @Test
    void misspeltRulesAreRefusedWithTheirNumber() {
        List<String> wrong = new ArrayList<>(List.of("{", "{}", "{\"rules\":[]}", "[]",
                "{\"rules\":[{\"action\":\"hide\"}]}", "{\"rules\":[{\"action\":\"null\",\"pth\":\"a\"}]}",
                "{\"rules\":[{\"action\":\"replace\"}]}", "{\"rules\":[{\"action\":\"truncate\",\"keep\":-1}]}",
                "{\"rules\":[{\"part\":\"header\",\"action\":\"drop\"}]}",
                "{\"rules\":[{\"action\":\"pseudonym\"}]}",
                "{\"otherwise\":\"pass\",\"rules\":[{\"action\":\"null\"}]}",
                "{\"rules\":[{\"path\":\"a\",\"action\":\"drop\"}]}",
                "{\"secret\":\"@env:SHORT\",\"rules\":[{\"action\":\"pseudonym\"}]}"));
        for (String rules : wrong) {
            assertEquals(FaultKind.USAGE, assertThrows(FaultException.class, () -> mask(rules), rules).kind());
        }
        assertEquals(FaultKind.INVALID_SETTINGS, assertThrows(FaultException.class,
                () -> mask("{\"secret\":\"plain secret of mine\",\"rules\":[{\"action\":\"pseudonym\"}]}")).kind());
    }

    @Test
    void theStatementNamesTheFileByItsHashAndKeepsTheSecret() throws Exception {
        MaskRules rules = rules("{\"secret\":\"@env:MASK\",\"rules\":[{\"path\":\"a\",\"action\":\"pseudonym\"}]}");
        assertTrue(rules.statement().matches("1 rules? of rules.json, sha256:[0-9a-f]{64}"), rules::statement);
        assertFalse(rules.toString().contains("long enough"));
    }

    private String value(MessageMask mask, String value) throws Exception {
        return mask.apply(PAYMENTS, Message.at(0, 0, 0).value(Bytes.utf8(value).toArray()).build()).orElseThrow()
                .value().orElseThrow().utf8();
    }

    private MessageMask mask(String text) throws Exception {
        List<dev.brokerscope.api.decode.Decoder> decoders = new ArrayList<>(new JsonPlugin().decoders());
        decoders.addAll(new XmlPlugin().decoders());
        return rules(text).mask(new DecoderChain(decoders), new SchemaChain(List.of()));
    }

    private MaskRules rules(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("rules.json"), text);
        Map<String, String> environment = Map.of("MASK", "long enough to be a secret", "SHORT", "too short");
        return MaskRules.load(file, new SecretStore(Keyrings.NONE, new Vault(folder.resolve("vault"),
                SecretPrompt.NOBODY, environment), SecretPrompt.NOBODY, environment));
    }
}
