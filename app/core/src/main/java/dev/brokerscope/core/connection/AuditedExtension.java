package dev.brokerscope.core.connection;

import dev.brokerscope.api.broker.GroupStates;
import dev.brokerscope.api.broker.WriteExtension;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.core.audit.AuditLog;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A writing ability, whichever it is: each call stands in the audit log before it is made, as `ChannelCreation.create`.
final class AuditedExtension implements InvocationHandler {

    private final Class<?> type;
    private final Object extension;
    private final String connection;
    private final AuditLog audit;

    private AuditedExtension(Class<?> type, Object extension, String connection, AuditLog audit) {
        this.type = type;
        this.extension = extension;
        this.connection = connection;
        this.audit = audit;
    }

    static <T extends WriteExtension> T of(Class<T> type, T extension, String connection, AuditLog audit) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                new AuditedExtension(type, extension, connection, audit)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() != Object.class) {
            audit.record(type.getSimpleName() + "." + method.getName(), connection, details(arguments));
        }
        try {
            return method.invoke(extension, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Map<String, String> details(Object @Nullable [] arguments) {
        Map<String, String> details = new TreeMap<>();
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof ChannelId channel) {
                    details.put("channel", channel.text());
                } else if (argument instanceof GroupStates.GroupState group) {
                    details.put("group", group.name());
                }
            }
        }
        return details;
    }
}
