package dev.brokerscope.rabbitmq.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests one server per test JVM: `@ExtendWith(SharedRabbit.class)` and a parameter of type {@link RabbitServer}.
/// Where there is no `rabbitmq-server`, the tests are left out and say so; where `CI` is set, they fail instead.
public final class SharedRabbit implements ParameterResolver, ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(SharedRabbit.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (RabbitProgram.find().isPresent()) {
            return ConditionEvaluationResult.enabled("rabbitmq-server is here");
        }
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("Tests of RabbitMQ must not be left out here. "
                    + RabbitProgram.HOW_TO_GET_IT);
        }
        return ConditionEvaluationResult.disabled("There is no rabbitmq-server. " + RabbitProgram.HOW_TO_GET_IT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RabbitServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(RabbitServer.class, type -> RabbitServer.start(), RabbitServer.class);
    }
}
