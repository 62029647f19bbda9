package dev.brokerscope.plugin.kafka;

import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.UUID;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslClientFactory;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClient.OAuthBearerSaslClientFactory;

/// Java looks for sign-in mechanisms in one list for the whole JVM, where Kafka's client enters itself. A second copy of
/// it, in another plugin's class loader, would find the first and never sign in. So each plugin enters itself in front,
/// and passes on what comes from another copy.
final class TokenSignIn {

    private static final String NAME = "brokerscope-kafka-" + UUID.randomUUID();

    private TokenSignIn() {}

    /// Has no effect the second time.
    static void enter() {
        Security.insertProviderAt(new OwnProvider(), 1);
    }

    /// Public, as all that follows, since Java's own classes make it.
    public static final class OwnProvider extends Provider {

        private static final long serialVersionUID = 1;

        public OwnProvider() {
            super(NAME, "1", "Kafka's OAUTHBEARER for one plugin");
            put("SaslClientFactory.OAUTHBEARER", OwnFactory.class.getName());
        }
    }

    /// Makes clients for this copy of Kafka only.
    public static final class OwnFactory implements SaslClientFactory {

        private final OAuthBearerSaslClientFactory kafka = new OAuthBearerSaslClientFactory();

        @Override
        @SuppressWarnings("NullAway") // null is how the interface says: ask the next
        public SaslClient createSaslClient(String[] mechanisms, String authorization, String protocol, String server,
                Map<String, ?> properties, CallbackHandler handler) {
            return handler instanceof AuthenticateCallbackHandler
                    ? kafka.createSaslClient(mechanisms, authorization, protocol, server, properties, handler) : null;
        }

        @Override
        public String[] getMechanismNames(Map<String, ?> properties) {
            return kafka.getMechanismNames(properties);
        }
    }
}
