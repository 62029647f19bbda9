package dev.brokerscope.plugin.rabbitmq.stream;

import com.rabbitmq.stream.AuthenticationFailureException;
import com.rabbitmq.stream.Constants;
import com.rabbitmq.stream.StreamException;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.util.Locale;

/// What goes wrong with the stream protocol, as sentences.
final class StreamFaults {

    private StreamFaults() {}

    /// @param what was to be done with: `stream orders`, or a server's address
    static FaultException of(String what, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case AuthenticationFailureException e -> {
                    return new FaultException(FaultKind.AUTHENTICATION, "rabbitmq.stream-sign-in",
                            "RabbitMQ does not accept this user on its stream port.",
                            "Check user and password; \"guest\" may only come from the server's own machine.", e);
                }
                case StreamException e when e.getCode() > 0 -> {
                    return of(what, e.getCode());
                }
                case StreamException e when e.getClass().getSimpleName().startsWith("Timeout") -> {
                    return new FaultException(FaultKind.TIMEOUT, "rabbitmq.timeout",
                            "RabbitMQ did not answer in time (" + what + ").",
                            "Check the network and the server's load.", e);
                }
                default -> {
                    // its cause may tell
                }
            }
        }
        return RabbitFaults.of(what, failed);
    }

    /// An answer that is no success.
    static FaultException of(String what, short code) {
        return switch (code) {
            case Constants.RESPONSE_CODE_STREAM_DOES_NOT_EXIST -> RabbitFaults.unknown(what);
            case Constants.RESPONSE_CODE_STREAM_NOT_AVAILABLE -> new FaultException(FaultKind.UNREACHABLE,
                    "rabbitmq.stream-unavailable", "The " + what + " is not available on this server now.",
                    "Wait until it has a leader, and check stream.advertised_host on the servers.");
            case Constants.RESPONSE_CODE_ACCESS_REFUSED -> new FaultException(FaultKind.NOT_AUTHORISED,
                    "rabbitmq.not-authorised", "This user may not use the " + what + ".",
                    "Ask for the permission on this virtual host.");
            case Constants.RESPONSE_CODE_VIRTUAL_HOST_ACCESS_FAILURE -> new FaultException(FaultKind.NOT_AUTHORISED,
                    "rabbitmq.vhost-refused", "This user may not use the virtual host by the stream protocol.",
                    "Check the virtual host, and ask for a permission on it.");
            case Constants.RESPONSE_CODE_SASL_MECHANISM_NOT_SUPPORTED, Constants.RESPONSE_CODE_SASL_ERROR,
                    Constants.RESPONSE_CODE_AUTHENTICATION_FAILURE ->
                    new FaultException(FaultKind.AUTHENTICATION, "rabbitmq.stream-sign-in",
                            "RabbitMQ does not accept this sign-in on its stream port.",
                            "Check how the stream port lets users in.");
            case Constants.RESPONSE_CODE_FRAME_TOO_LARGE -> new FaultException(FaultKind.TOO_LARGE,
                    "message.too-large", "A message is larger than what the " + what + " takes.",
                    "Raise stream.frame_max on the server.");
            default -> new FaultException(FaultKind.REJECTED, "rabbitmq.refused",
                    "RabbitMQ refused a request for the " + what + " (code " + code + " of the stream protocol).", "");
        };
    }

    static FaultException noStreamPort(FaultException why) {
        return new FaultException(why.fault().kind(), why.fault().code(), why.fault().message()
                + " Streams are read by a protocol of their own.",
                "Enable the plugin rabbitmq_stream on the server, and check the setting stream.hosts.", why);
    }

    static FaultException gone(String what, String done) {
        return new FaultException(FaultKind.INCOMPLETE, "rabbitmq.deleted",
                "The " + what + " was deleted while it was " + done + ".", "");
    }

    static FaultException tooLarge(String what, long size, long most) {
        return new FaultException(FaultKind.TOO_LARGE, "message.too-large", String.format(Locale.ENGLISH,
                "A message has %,d bytes as the %s would store it, but the server takes %,d at a time.", size, what,
                most), "Raise stream.frame_max on the server.");
    }

    static FaultException noPartition(String what, int number, int partitions) {
        return new FaultException(FaultKind.NOT_FOUND, "rabbitmq.unknown-partition",
                "The " + what + " has no partition " + number + ".",
                partitions == 1 ? "Its only one is 0." : "Choose from 0 to " + (partitions - 1) + ".");
    }

    static FaultException beyond(String what, long asked, long end) {
        return new FaultException(FaultKind.POSITION_GONE, "rabbitmq.beyond-end",
                "The " + what + " ends at offset " + end + ", before the wanted offset " + asked + ".",
                "Choose an offset up to " + end + "; the stream may have been created anew.");
    }

    static FaultException unanswered(String what) {
        return new FaultException(FaultKind.TIMEOUT, "rabbitmq.stream-silent",
                "The " + what + " holds messages, but its last chunk did not come in time.",
                "Check whether most of its replicas are up.");
    }
}
