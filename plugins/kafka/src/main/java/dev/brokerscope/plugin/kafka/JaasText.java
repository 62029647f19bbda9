package dev.brokerscope.plugin.kafka;

import java.util.Map;

/// Writes the one line that Kafka wants for signing in. Values are quoted and escaped, so that no password can end an
/// option or name another module.
final class JaasText {

    private static final String MODULES = "org.apache.kafka.common.security.";
    static final String PLAIN = MODULES + "plain.PlainLoginModule";
    static final String SCRAM = MODULES + "scram.ScramLoginModule";
    static final String TOKEN = MODULES + "oauthbearer.OAuthBearerLoginModule";

    private JaasText() {}

    static String of(String module, Map<String, String> options) {
        StringBuilder text = new StringBuilder(module).append(" required");
        options.forEach((name, value) -> text.append(' ').append(name).append("=\"").append(escape(value)).append('"'));
        return text.append(';').toString();
    }

    /// As Kafka's parser (a `StreamTokenizer`) reads it back.
    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
