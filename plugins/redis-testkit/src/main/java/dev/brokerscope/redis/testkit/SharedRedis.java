package dev.brokerscope.redis.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests one server per test JVM: `@ExtendWith(SharedRedis.class)` and a parameter of type {@link RedisServer}.
/// Where there is no `redis-server`, the tests are left out and say so; where `CI` is set, they fail instead.
public final class SharedRedis implements ParameterResolver, ExecutionCondition {

    private static final Namespace NAMESPACE = Namespace.create(SharedRedis.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (RedisProgram.find().isPresent()) {
            return ConditionEvaluationResult.enabled("redis-server is here");
        }
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("Tests of Redis must not be left out here. " + RedisProgram.HOW_TO_GET_IT);
        }
        return ConditionEvaluationResult.disabled("There is no redis-server. " + RedisProgram.HOW_TO_GET_IT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RedisServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .computeIfAbsent(RedisServer.class, type -> RedisServer.start(), RedisServer.class);
    }
}
