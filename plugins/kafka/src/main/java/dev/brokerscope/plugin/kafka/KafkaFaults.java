package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.BootstrapResolutionException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.ThrottlingQuotaExceededException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.errors.WakeupException;

/// Turns what Kafka's client throws into sentences.
///
/// @param where the bootstrap servers, for the sentence
record KafkaFaults(String where, Duration timeout) {

    /// @param what the thing the failed request was about: `topic orders`, `group billing`, `the cluster`
    FaultException of(Throwable thrown, String what) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof FaultException already) {
            return already;
        }
        return new FaultException(fault(cause, what).withDetails(details(cause)), cause);
    }

    private Fault fault(Throwable cause, String what) {
        return switch (cause) {
            case WakeupException _ -> Fault.of(FaultKind.CANCELLED, "cancelled", "Reading was cancelled.", "");
            case SslAuthenticationException e -> TlsFaults.of(e, where);
            case AuthenticationException e -> Fault.of(FaultKind.AUTHENTICATION, "kafka.sign-in",
                    where + " refused the sign-in: " + sentence(e), "Check user, password and mechanism.");
            case TransactionalIdAuthorizationException _ -> Fault.of(FaultKind.NOT_AUTHORISED,
                    "kafka.not-authorised", "The broker does not allow this user to write in transactions.",
                    "Ask for the rights Write and Describe on transactional ids that begin with brokerscope-restore-, "
                            + "or leave --transactional out.");
            case AuthorizationException _ -> Fault.of(FaultKind.NOT_AUTHORISED, "kafka.not-authorised",
                    "The broker does not allow this user to do that with " + what + ".",
                    "Ask for the right (an ACL) on " + what + ".");
            case UnknownTopicOrPartitionException _ -> unknown(what);
            case UnknownTopicIdException _ -> unknown(what);
            case InvalidTopicException _ -> unknown(what);
            case TopicExistsException _ -> Fault.of(FaultKind.ALREADY_EXISTS, "kafka.topic-exists",
                    "There is " + what + " on " + where + " already.", "Choose another name, or restore into it.");
            case ProducerFencedException _ -> fenced(what);
            case InvalidProducerEpochException _ -> fenced(what);
            case RecordTooLargeException e -> tooLarge(what, e);
            case RecordBatchTooLargeException e -> tooLarge(what, e);
            case OffsetOutOfRangeException _ -> gone(what);
            case NoOffsetForPartitionException _ -> gone(what);
            case CorruptRecordException e -> Fault.of(FaultKind.CORRUPT, "kafka.corrupt",
                    "The broker sent a damaged batch of " + what + ": " + sentence(e), "Check the broker's disks.");
            case ThrottlingQuotaExceededException _ -> Fault.of(FaultKind.THROTTLED, "kafka.throttled",
                    "The broker throttles requests about " + what + ".", "Try again in a while.");
            case GroupNotEmptyException _ -> active(what);
            case UnknownMemberIdException _ -> active(what);
            case UnsupportedVersionException e -> Fault.of(FaultKind.UNSUPPORTED, "kafka.version",
                    "The broker is too old for this: " + sentence(e), "Kafka 2.1 is the oldest that can answer.");
            case BootstrapResolutionException _ -> unreachable();
            case DisconnectException _ -> unreachable();
            case NetworkException _ -> unreachable();
            case TimeoutException _ -> timedOut(what);
            case java.util.concurrent.TimeoutException _ -> timedOut(what);
            case ConfigException e -> settings(e);
            case ApiException e -> Fault.of(FaultKind.REJECTED, "kafka.rejected",
                    "The broker declined a request about " + what + ": " + sentence(e), "");
            case KafkaException e -> client(e, what);
            default -> Fault.of(FaultKind.INTERNAL, "kafka.defect",
                    "The Kafka client failed over " + what + ": " + cause, "Report it with the details.");
        };
    }

    Fault unknown(String what) {
        return Fault.of(FaultKind.NOT_FOUND, "kafka.unknown-topic",
                "There is no " + what + " on " + where + ", or this user may not see it.", "List the topics.");
    }

    FaultException timeout(String what) {
        return new FaultException(timedOut(what));
    }

    private Fault timedOut(String what) {
        return Fault.of(FaultKind.TIMEOUT, "kafka.timeout",
                where + " did not answer a request about " + what + " within " + timeout.toSeconds() + " s.",
                "Check that the broker runs, that the security setting fits its port, and that its advertised "
                        + "addresses can be reached from here.");
    }

    private Fault unreachable() {
        return Fault.of(FaultKind.UNREACHABLE, "kafka.unreachable", where + " cannot be reached.",
                "Check the address, and whether the broker runs.");
    }

    private static Fault fenced(String what) {
        return Fault.of(FaultKind.LOCKED, "kafka.fenced", "Another attempt of the same restore writes to " + what
                + " now, or the broker gave the transaction up because it took too long.",
                "Let the other one finish, or continue with --resume.");
    }

    private static Fault gone(String what) {
        return Fault.of(FaultKind.POSITION_GONE, "kafka.position-gone",
                "The wanted offset of " + what + " is not on the broker.", "Start from the earliest offset.");
    }

    private static Fault active(String what) {
        return Fault.of(FaultKind.REJECTED, "kafka.group-active",
                "The broker does not change the offsets of " + what + " while it has active members.",
                "Stop its consumers first.");
    }

    private static Fault tooLarge(String what, Throwable e) {
        return Fault.of(FaultKind.TOO_LARGE, "kafka.message-too-large",
                "A message is larger than " + what + " takes: " + sentence(e), "Raise max.message.bytes of the topic.");
    }

    private static Fault settings(Throwable e) {
        return Fault.of(FaultKind.INVALID_SETTINGS, "kafka.settings",
                "The Kafka client refuses a setting: " + sentence(e),
                "Correct the setting.");
    }

    /// The client wraps what went wrong while it was built: stores that do not open, malformed settings.
    private Fault client(KafkaException e, String what) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigException config) {
                return settings(config);
            }
            if (cause instanceof java.security.UnrecoverableKeyException || TlsFaults.wrongPassword(cause)) {
                return TlsFaults.locked(cause);
            }
            if (cause instanceof javax.security.auth.login.LoginException login) {
                return Fault.of(FaultKind.AUTHENTICATION, "kafka.login",
                        "Signing in failed before a broker was asked: " + sentence(root(login)),
                        "Check the token endpoint, client id and secret.");
            }
        }
        return Fault.of(FaultKind.REJECTED, "kafka.failed", "Kafka failed over " + what + ": " + sentence(root(e)), "");
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName() + ".";
        }
        return message.endsWith(".") ? message : message + ".";
    }

    private static String details(Throwable cause) {
        StringBuilder details = new StringBuilder(cause.toString());
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            details.append("\ncaused by ").append(next);
        }
        return details.toString();
    }
}
