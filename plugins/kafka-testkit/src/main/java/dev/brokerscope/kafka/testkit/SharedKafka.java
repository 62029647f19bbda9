package dev.brokerscope.kafka.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests one broker per test JVM: `@ExtendWith(SharedKafka.class)` and a parameter of type {@link KafkaServer}.
/// It starts with the first test that asks and ends with the last; tests keep apart by names of their own
/// ({@link Topics#fresh}). Whoever stops, pauses or configures a broker starts its own.
public final class SharedKafka implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedKafka.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KafkaServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(KafkaServer.class, type -> KafkaServer.start(), KafkaServer.class);
    }
}
