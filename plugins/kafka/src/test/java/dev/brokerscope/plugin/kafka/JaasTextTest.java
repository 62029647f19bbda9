package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JaasTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"simple", "with \"quotes\"", "back\\slash", "\\\"; evil.Module required x=\"", "a;b",
        "tab\there",
        "line\nbreak", "größe 東京", " ", "\\n"})
    void isReadBackByKafkaAsItWasWritten(String secret) {
        String text = JaasText.of(JaasText.PLAIN, Map.of("password", secret));
        var entries =
                JaasContext.loadClientContext(Map.of("sasl.jaas.config", new Password(text), "sasl.mechanism", "PLAIN"))
                        .configurationEntries();
        assertEquals(1, entries.size());
        assertEquals(secret, entries.getFirst().getOptions().get("password"));
    }
}
