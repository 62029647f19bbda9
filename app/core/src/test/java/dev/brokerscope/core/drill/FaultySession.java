package dev.brokerscope.core.drill;

import dev.brokerscope.api.broker.ChannelCreation;
import dev.brokerscope.api.broker.Publisher;
import dev.brokerscope.api.broker.WritableSession;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Message;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/// Sessions that do not do what they promise.
final class FaultySession {

    private FaultySession() {}

    private interface Call {
        Object answer(Object result, Object[] arguments) throws Exception;
    }

    private static <T> T changed(Class<T> type, T real, String method, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, called, arguments) -> {
            try {
                Object result = called.invoke(real, arguments);
                return called.getName().equals(method) ? call.answer(result, arguments) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    /// Writes another value than it was given.
    static WritableSession forgetful(WritableSession real) {
        return changed(WritableSession.class, real, "publisher", (publisher, arguments) -> {
            Publisher honest = (Publisher) publisher;
            return Proxy.newProxyInstance(Publisher.class.getClassLoader(), new Class<?>[]{Publisher.class},
                    (_, called, given) -> {
                        if (called.getName().equals("publish")) {
                            List<Message> messages = ((List<?>) given[0]).stream().map(Message.class::cast)
                                    .map(m -> m.movedTo(m.partition(), m.positionHi(), m.positionLo())
                                            .value(new byte[]{1, 2, 3}).build())
                                    .toList();
                            given[0] = messages;
                        }
                        return called.invoke(honest, given);
                    });
        });
    }

    /// Makes channels, but removes none.
    static WritableSession undying(WritableSession real) {
        return changed(WritableSession.class, real, "writeExtension",
                (extension, arguments) -> ((Optional<?>) extension).map(e -> e instanceof ChannelCreation creation
                        ? new Undying(creation)
                        : e));
    }

    private record Undying(ChannelCreation creation) implements ChannelCreation {
        @Override
        public List<String> create(ChannelId channel, ChannelDefinition definition)
                throws FaultException, InterruptedException {
            return creation.create(channel, definition);
        }

        @Override
        public void delete(ChannelId channel) throws FaultException {
            throw new FaultException(FaultKind.NOT_AUTHORISED, "test.undying", "It cannot be removed.", "");
        }
    }
}
