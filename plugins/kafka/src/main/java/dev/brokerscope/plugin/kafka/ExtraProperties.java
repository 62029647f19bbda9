package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Map;
import java.util.regex.Pattern;

/// The client properties that a connection may add: those that tune networking. Everything else is refused, since Kafka
/// knows properties that load classes, read files or change what reading does.
final class ExtraProperties {

    private static final Pattern ALLOWED = Pattern.compile(
            """
                    (send|receive)\\.buffer\\.bytes|client\\.(rack|dns\\.lookup)|check\\.crcs|metadata\\.max\\.age\\.ms
                    |(request\\.timeout|default\\.api\\.timeout|connections\\.max\\.idle|retry\\.backoff|retry\\.backoff\\.max)\\.ms
                    |reconnect\\.backoff(\\.max)?\\.ms|socket\\.connection\\.setup\\.timeout(\\.max)?\\.ms|retries
                    |fetch\\.(min|max)\\.(bytes|wait\\.ms)|max\\.partition\\.fetch\\.bytes
                    |batch\\.size|linger\\.ms|buffer\\.memory|max\\.(request\\.size|block\\.ms)|delivery\\.timeout\\.ms
                    |compression\\.(gzip|lz4|zstd)\\.level
                    |ssl\\.(protocol|enabled\\.protocols|cipher\\.suites)
                    |sasl\\.login\\.(connect|read|retry\\.backoff(\\.max)?)(\\.timeout)?\\.ms
                    |sasl\\.login\\.refresh\\.(window\\.(factor|jitter)|(min\\.period|buffer)\\.seconds)
                    """
                    .replace("\n", ""));

    private ExtraProperties() {}

    static boolean allowed(String name) {
        return ALLOWED.matcher(name).matches();
    }

    /// @throws FaultException of kind `INVALID_SETTINGS` for the first property that is not allowed
    static Map<String, String> checked(Map<String, String> extra) throws FaultException {
        for (String name : extra.keySet()) {
            if (!allowed(name)) {
                throw new FaultException(FaultKind.INVALID_SETTINGS, "kafka.property-refused",
                        "The client property \"" + name + "\" is not allowed in a connection.",
                        "Remove it; only properties that tune networking are, and the rest has settings of its own.");
            }
        }
        return extra;
    }
}
