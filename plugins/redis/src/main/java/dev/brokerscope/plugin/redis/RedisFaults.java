package dev.brokerscope.plugin.redis;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisDataException;

/// What goes wrong with Redis, as sentences.
final class RedisFaults {

    private RedisFaults() {}

    /// The network, TLS, or silence.
    static FaultException unreachable(HostAndPort node, Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            Optional<FaultException> known = switch (cause) {
                case SSLException tls -> Optional.of(tls(node, tls));
                case SocketTimeoutException e -> Optional.of(new FaultException(FaultKind.TIMEOUT, "redis.timeout",
                        node + " did not answer in time.", "Check the network and the server's load.", e));
                case ConnectException e -> Optional.of(new FaultException(FaultKind.UNREACHABLE, "tcp.refused",
                        node + " refused the connection.", "Check the port, and whether the server runs.", e));
                case UnknownHostException e -> Optional.of(unknownHost(node, e));
                case UnresolvedAddressException e -> Optional.of(unknownHost(node, e));
                default -> Optional.empty();
            };
            if (known.isPresent()) {
                return known.get();
            }
        }
        return new FaultException(FaultKind.UNREACHABLE, "redis.disconnected",
                "The connection to " + node + " broke off.", "Check the network, and whether the server runs.", failed);
    }

    private static FaultException unknownHost(HostAndPort node, Throwable e) {
        return new FaultException(FaultKind.UNREACHABLE, "address.unknown",
                "There is no host \"" + node.getHost() + "\".",
                "Check the spelling, the name server, and whether you need the VPN.", e);
    }

    private static FaultException tls(HostAndPort node, SSLException e) {
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
        if (text.contains("unsupported or unrecognized") || text.equals(RedisSockets.NO_ANSWER)) {
            return new FaultException(FaultKind.TLS, "tls.not-spoken", node + " does not speak TLS.",
                    "Switch TLS off, or choose the server's TLS port.", e);
        }
        return new FaultException(FaultKind.TLS, "tls.handshake", "The TLS handshake with " + node + " failed.",
                "Check the authorities, the client certificate and the server's port.", e);
    }

    /// The server answered with an error.
    static FaultException refused(String what, JedisDataException answer) {
        String text = String.valueOf(answer.getMessage());
        String code = text.split(" ", 2)[0];
        return switch (code) {
            case "WRONGPASS", "NOAUTH" -> new FaultException(FaultKind.AUTHENTICATION, "redis.sign-in",
                    "Redis does not accept user and password.", "Check both.", answer);
            case "NOPERM" -> new FaultException(FaultKind.NOT_AUTHORISED, "redis.not-authorised",
                    "This user may not do this with " + what + ": " + text + ".", "Ask for the right by an ACL rule.",
                    answer);
            case "WRONGTYPE" -> noStream(what, answer);
            case "OOM" -> new FaultException(FaultKind.REJECTED, "redis.out-of-memory",
                    "Redis has no memory left for " + what + ".", "Raise maxmemory, or free some.", answer);
            case "READONLY" -> new FaultException(FaultKind.REJECTED, "redis.replica",
                    "The server is a replica: nothing can be written to " + what + " there.", "Connect to its master.",
                    answer);
            case "LOADING", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN" -> new FaultException(FaultKind.UNREACHABLE,
                    "redis.not-ready", "Redis is not ready: " + text + ".", "Try again in a while.", answer);
            default -> text.contains("invalid password") || text.contains("without any password")
                    || text.contains("invalid username-password")
                            ? new FaultException(FaultKind.AUTHENTICATION, "redis.sign-in",
                                    "Redis does not accept user and password: " + text + ".", "Check both.", answer)
                            : new FaultException(FaultKind.REJECTED, "redis.refused",
                                    "Redis refused a request for " + what + ": " + text + ".", "", answer);
        };
    }

    private static FaultException noStream(String what, Throwable answer) {
        return new FaultException(FaultKind.NOT_FOUND, "redis.no-stream", "The " + what + " is no stream.",
                "List the streams of this database.", answer);
    }

    static FaultException unknown(String what) {
        return new FaultException(FaultKind.NOT_FOUND, "redis.unknown-stream", "There is no " + what + ".",
                "List the streams of this database.");
    }

    static FaultException noPartition(String what, int number) {
        return new FaultException(FaultKind.NOT_FOUND, "redis.unknown-partition",
                "The " + what + " has no partition " + number + ".", "A stream has only partition 0.");
    }

    static FaultException gone(String what, String doing) {
        return new FaultException(FaultKind.INCOMPLETE, "redis.deleted",
                "The " + what + " was deleted while it was " + doing + ".", "");
    }

    static FaultException moving(String what, Throwable moved) {
        return new FaultException(FaultKind.UNREACHABLE, "redis.moving",
                "The " + what + " is being moved to another server.", "Try again in a while.", moved);
    }

    static FaultException beyond(String what, Position asked, Position end) {
        return new FaultException(FaultKind.POSITION_GONE, "position.beyond-end", "The " + what + " ends before "
                + StreamId.text(end) + ", " + StreamId.text(asked) + " was asked for.", "Choose an earlier id.");
    }

    static FaultException closed() {
        return new FaultException(FaultKind.CLOSED, "session.closed", "The connection to Redis is closed.",
                "Connect again.");
    }

    static FaultException cancelled() {
        return new FaultException(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", "");
    }
}
