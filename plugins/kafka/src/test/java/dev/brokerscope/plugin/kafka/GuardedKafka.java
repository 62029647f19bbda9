package dev.brokerscope.plugin.kafka;

import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.KafkaSetup;
import dev.brokerscope.kafka.testkit.Listener;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One broker for all tests of this module: with every way in, with an authorizer (whoever comes by the plain listener may
/// do all, `alice` may do what no ACL denies), and so careless that it creates any topic it is asked for.
final class GuardedKafka implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(GuardedKafka.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KafkaServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(KafkaServer.class, _ -> start(),
                KafkaServer.class);
    }

    private static KafkaServer start() {
        KafkaSetup setup = KafkaSetup.plain()
                .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .with("super.users", "User:ANONYMOUS")
                .with("allow.everyone.if.no.acl.found", "true")
                .with("auto.create.topics.enable", "true");
        for (Listener listener : Listener.values()) {
            setup = setup.with(listener);
        }
        return KafkaServer.start(setup);
    }
}
