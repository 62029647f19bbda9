package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.message.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Keys of Redis are bytes, names of channels are text: bytes that are no UTF-8 are written `\xff`, a backslash `\\`.
final class KeyNames {

    private KeyNames() {}

    static ChannelId channel(byte[] key) {
        return ChannelId.of(RedisPlugin.STREAM.id(), text(key));
    }

    static String text(byte[] key) {
        if (Bytes.wrap(key).isUtf8()) {
            return new String(key, StandardCharsets.UTF_8).replace("\\", "\\\\");
        }
        StringBuilder text = new StringBuilder();
        for (byte b : key) {
            if (b == '\\') {
                text.append("\\\\");
            } else if (b >= ' ' && b < 0x7f) {
                text.append((char) b);
            } else {
                text.append(String.format(Locale.ROOT, "\\x%02x", b));
            }
        }
        return text.toString();
    }

    static byte[] key(ChannelId channel) {
        String text = channel.name();
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("\\\\", i)) {
                key.write('\\');
                i += 2;
            } else if (text.startsWith("\\x", i) && i + 4 <= text.length() && isHex(text, i + 2)) {
                key.write(Integer.parseInt(text, i + 2, i + 4, 16));
                i += 4;
            } else {
                int point = text.codePointAt(i);
                key.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(point);
            }
        }
        return key.toByteArray();
    }

    private static boolean isHex(String text, int at) {
        return Character.digit(text.charAt(at), 16) >= 0 && Character.digit(text.charAt(at + 1), 16) >= 0;
    }
}
