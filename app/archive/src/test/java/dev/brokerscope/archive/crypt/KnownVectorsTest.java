package dev.brokerscope.archive.crypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Bytes;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// The functions give what the standards say.
class KnownVectorsTest {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void hkdfOfRfc5869() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        assertArrayEquals(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"),
                Derivation.hkdf(secret, new byte[0], ""));
    }

    @Test
    void pbkdf2OfRfc7914() {
        assertArrayEquals(hex("55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"),
                Derivation.pbkdf2("passwd".toCharArray(), "salt".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1));
    }

    @Test
    void x25519OfRfc7748() {
        byte[] alice = X25519.newSecret();
        byte[] scalar = hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
        byte[] point = hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
        assertArrayEquals(hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"),
                X25519.agree(scalar, point).orElseThrow());
        assertArrayEquals(X25519.agree(alice, X25519.publicOf(scalar)).orElseThrow(),
                X25519.agree(scalar, X25519.publicOf(alice)).orElseThrow());
    }

    @Test
    void aWeakPointIsRefused() {
        assertTrue(X25519.agree(X25519.newSecret(), new byte[32]).isEmpty());
    }

    @Test
    void aKeyIsReadBackAndASlipOfTheFingerNoticed() throws FaultException {
        Identity identity = Identity.generate();
        assertEquals(identity.recipient(), Identity.parse(identity.secretText()).orElseThrow().recipient());
        String text = identity.recipient().text();
        assertEquals(52, text.length());
        assertEquals(identity.recipient(), Recipient.parse(" " + text + "\n"));
        for (int at = 4; at < text.length(); at++) {
            char other = text.charAt(at) == 'A' ? 'B' : 'A';
            String slipped = text.substring(0, at) + other + text.substring(at + 1);
            assertThrows(FaultException.class, () -> Recipient.parse(slipped), slipped);
        }
    }

    @Test
    void nothingSecretIsPrinted() {
        Identity identity = Identity.generate();
        assertFalse(identity.toString().contains(identity.secretText()));
        assertFalse(ArchiveKeys.of(new PassphraseKey("hidden".toCharArray())).toString().contains("hidden"));
        assertFalse(Protection.of(SlotLock.passphrase("hidden".toCharArray(), 1)).toString().contains("hidden"));
    }

    @Test
    void aWipedKeyOpensNothingAnyMore() {
        byte[] volume = new byte[16];
        VolumeKey volumeKey = VolumeKey.generate(volume);
        PassphraseKey key = new PassphraseKey("pass".toCharArray());
        var slots = java.util.List.of(volumeKey.slot(1, new SlotLock.ByPassphrase(key, new byte[16], 10), ""));
        assertTrue(VolumeKey.open(volume, slots, ArchiveKeys.of(key)).isPresent());
        key.close();
        assertTrue(VolumeKey.open(volume, slots, ArchiveKeys.of(key)).isEmpty());
    }

    @Test
    void aSlotOpensOnlyItsOwnVolumeAndOnlyAsItWasMade() {
        VolumeKey volumeKey = VolumeKey.generate(new byte[16]);
        PassphraseKey key = new PassphraseKey("pass".toCharArray());
        KeySlot slot = volumeKey.slot(1, new SlotLock.ByPassphrase(key, new byte[16], 10), "mine");
        byte[] other = Bytes.utf8("another volume!!").toArray();
        assertTrue(slot.open(key, other).isEmpty());
        KeySlot renamed = new KeySlot(1, slot.kind(), slot.parameters().replace("mine", "your"), slot.wrappedKey());
        assertTrue(renamed.open(key, new byte[16]).isEmpty());
        assertTrue(slot.open(key, new byte[16]).isPresent());
    }
}
