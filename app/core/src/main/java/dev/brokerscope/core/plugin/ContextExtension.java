package dev.brokerscope.core.plugin;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// An optional ability of a plugin, whichever it is, each call in the plugin's context.
final class ContextExtension implements InvocationHandler {

    private final Object extension;
    private final PluginContext context;

    private ContextExtension(Object extension, PluginContext context) {
        this.extension = extension;
        this.context = context;
    }

    static <T> T of(Class<T> type, T extension, PluginContext context) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                new ContextExtension(extension, context)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(context.loader());
        try {
            return method.invoke(extension, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
