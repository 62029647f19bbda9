package dev.brokerscope.plugin.rabbitmq.connect;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.MalformedFrameException;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import com.rabbitmq.client.ProtocolVersionMismatchException;
import com.rabbitmq.client.ShutdownSignalException;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// What goes wrong with RabbitMQ, as sentences.
public final class RabbitFaults {

    private static final int NO_ROUTE = 312;

    private RabbitFaults() {}

    /// Whatever a call threw.
    ///
    /// @param what was to be done with: `queue orders`, or a server's address
    public static FaultException of(String what, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            Optional<FaultException> known = switch (cause) {
                case FaultException fault -> Optional.of(fault);
                case ShutdownSignalException end -> closed(what, end);
                case AuthenticationFailureException e -> Optional.of(signIn(e));
                case PossibleAuthenticationFailureException e -> Optional.of(signIn(e));
                case ProtocolVersionMismatchException e -> Optional.of(notAmqp(what, e));
                case MalformedFrameException e -> Optional.of(notAmqp(what, e));
                case SSLException tls -> Optional.of(tls(what, tls));
                case SocketTimeoutException e -> Optional.of(silent(what, e));
                case TimeoutException e -> Optional.of(silent(what, e));
                case NoRouteToHostException e -> Optional.of(new FaultException(FaultKind.UNREACHABLE,
                        "tcp.no-route", "There is no way to " + what + ".", "Check the address and the network.", e));
                case ConnectException e -> Optional.of(new FaultException(FaultKind.UNREACHABLE, "tcp.refused",
                        what + " refused the connection.", "Check the port, and whether the server runs.", e));
                case UnknownHostException e -> Optional.of(new FaultException(FaultKind.UNREACHABLE,
                        "address.unknown", "There is no host \"" + host(what) + "\".",
                        "Check the spelling, the name server, and whether you need the VPN.", e));
                default -> Optional.empty();
            };
            if (known.isPresent()) {
                return known.get();
            }
        }
        return brokeOff(what, failed);
    }

    private static String host(String what) {
        int colon = what.lastIndexOf(':');
        return colon < 0 ? what : what.substring(0, colon);
    }

    /// The server, or the client library, closed a channel or the connection and says why.
    private static Optional<FaultException> closed(String what, ShutdownSignalException end) {
        return switch (end.getReason()) {
            case AMQP.Channel.Close close ->
                    Optional.of(refused(what, close.getReplyCode(), close.getReplyText(), end));
            case AMQP.Connection.Close close when !end.isInitiatedByApplication() ->
                    Optional.of(refused(what, close.getReplyCode(), close.getReplyText(), end));
            case null, default -> end.getCause() == null ? Optional.of(brokeOff(what, end)) : Optional.empty();
        };
    }

    /// A reply code with a text like `NOT_FOUND - no queue 'x' in vhost '/'`.
    private static FaultException refused(String what, int code, String text, Throwable cause) {
        String words = text.replaceFirst("^[A-Z_]+ - ", "");
        return switch (code) {
            case AMQP.NOT_FOUND -> new FaultException(FaultKind.NOT_FOUND, "rabbitmq.unknown",
                    "There is no " + what + ": " + words + ".", "List the channels of this virtual host.", cause);
            case AMQP.ACCESS_REFUSED -> words.contains("exclusive")
                    ? new FaultException(FaultKind.LOCKED, "rabbitmq.exclusive",
                            "The " + what + " is used by one consumer alone: " + words + ".",
                            "Wait until that consumer is gone.", cause)
                    : new FaultException(FaultKind.NOT_AUTHORISED, "rabbitmq.not-authorised",
                            "This user may not use the " + what + ": " + words + ".",
                            "Ask for the permission on this virtual host.", cause);
            case AMQP.RESOURCE_LOCKED -> new FaultException(FaultKind.LOCKED, "rabbitmq.locked",
                    "The " + what + " belongs to another connection alone: " + words + ".",
                    "Only the connection that made it may use it.", cause);
            case AMQP.NOT_ALLOWED -> vhost(what, words, cause);
            case AMQP.PRECONDITION_FAILED -> words.contains("delivery acknowledgement") || words.contains("timeout")
                    ? new FaultException(FaultKind.TIMEOUT, "rabbitmq.consumer-timeout",
                            "RabbitMQ ended the browsing of " + what + ", which took longer than its consumer_timeout.",
                            "Browse fewer messages, or raise consumer_timeout on the server.", cause)
                    : new FaultException(FaultKind.REJECTED, "rabbitmq.refused",
                            "RabbitMQ refused a request for " + what + ": " + words + ".", "", cause);
            case AMQP.CONNECTION_FORCED -> new FaultException(FaultKind.UNREACHABLE, "rabbitmq.closed-by-server",
                    "RabbitMQ closed the connection while working on " + what + ": " + words + ".",
                    "Check whether the server was stopped.", cause);
            case NO_ROUTE -> new FaultException(FaultKind.REJECTED, "rabbitmq.unroutable",
                    "No queue takes a message for " + what + ".", "Bind a queue to it.", cause);
            default -> new FaultException(FaultKind.REJECTED, "rabbitmq.refused",
                    "RabbitMQ refused a request for " + what + ": " + words + " (" + code + ").", "", cause);
        };
    }

    private static FaultException vhost(String what, String words, Throwable cause) {
        if (words.contains("not found")) {
            return new FaultException(FaultKind.NOT_FOUND, "rabbitmq.unknown-vhost",
                    "There is no such virtual host on " + what + ": " + words + ".",
                    "Check the virtual host in the settings; the first one is called /.", cause);
        }
        return words.contains("access to vhost")
                ? new FaultException(FaultKind.NOT_AUTHORISED, "rabbitmq.vhost-refused",
                        "This user may not use the virtual host: " + words + ".", "Ask for a permission on it.", cause)
                : new FaultException(FaultKind.REJECTED, "rabbitmq.refused",
                        "RabbitMQ does not allow this with " + what + ": " + words + ".", "", cause);
    }

    private static FaultException signIn(Throwable e) {
        return new FaultException(FaultKind.AUTHENTICATION, "rabbitmq.sign-in",
                "RabbitMQ does not accept user and password.",
                "Check both; the user \"guest\" may only come from the server's own machine.", e);
    }

    private static FaultException notAmqp(String what, Throwable e) {
        return new FaultException(FaultKind.UNSUPPORTED, "rabbitmq.not-amqp", what + " does not speak AMQP 0-9-1.",
                "Check the port: AMQP is usually on 5672, with TLS on 5671.", e);
    }

    private static FaultException silent(String what, Throwable e) {
        return new FaultException(FaultKind.TIMEOUT, "rabbitmq.timeout", "RabbitMQ did not answer in time (" + what
                + ").", "Check the network, the server's load, and whether it raised an alarm.", e);
    }

    public static FaultException brokeOff(String what, Throwable e) {
        return new FaultException(FaultKind.UNREACHABLE, "rabbitmq.disconnected",
                "The connection to RabbitMQ broke off (" + what + ").",
                "Check the network, and whether the server runs.", e);
    }

    private static FaultException tls(String node, SSLException e) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (text.contains("unable to find valid certification path") || text.contains("pkix path")) {
            return new FaultException(FaultKind.TLS, "tls.unknown-authority",
                    "The certificate of " + node + " comes from an unknown authority.",
                    "Choose a file with the server's certificate authority.", e);
        }
        if (text.contains("no subject alternative") || text.contains("no name matching")) {
            return new FaultException(FaultKind.TLS, "tls.hostname",
                    "The certificate of " + node + " is made out to another host name.",
                    "Connect by a name that stands in the certificate.", e);
        }
        if (text.contains("unsupported or unrecognized")) {
            return new FaultException(FaultKind.TLS, "tls.not-spoken", node + " does not speak TLS.",
                    "Switch TLS off, or choose the server's TLS port.", e);
        }
        return new FaultException(FaultKind.TLS, "tls.handshake", "The TLS handshake with " + node + " failed.",
                "Check the authorities, the client certificate and the server's port.", e);
    }

    public static FaultException unknown(String what) {
        return new FaultException(FaultKind.NOT_FOUND, "rabbitmq.unknown", "There is no " + what + ".",
                "List the channels of this virtual host.");
    }

    public static FaultException noPartition(String what, int number) {
        return new FaultException(FaultKind.NOT_FOUND, "rabbitmq.unknown-partition",
                "The " + what + " has no partition " + number + ".", "It has only partition 0.");
    }

    public static FaultException gone(String what, String doing) {
        return new FaultException(FaultKind.INCOMPLETE, "rabbitmq.deleted",
                "The " + what + " was deleted while it was " + doing + ".", "");
    }

    public static FaultException closed() {
        return new FaultException(FaultKind.CLOSED, "session.closed", "The connection to RabbitMQ is closed.",
                "Connect again.");
    }

    public static FaultException cancelled() {
        return new FaultException(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", "");
    }
}
