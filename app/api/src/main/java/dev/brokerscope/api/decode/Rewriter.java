package dev.brokerscope.api.decode;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.api.message.Bytes;

/// Changes values inside a payload and leaves everything else as it is: byte for byte where the format lets it, else with
/// the same meaning under the same schema. Any thread.
public interface Rewriter {

    /// What became of a payload.
    sealed interface Rewritten {
        /// @param bytes the same bytes where no edit asked for a change
        record Done(Bytes bytes) implements Rewritten {}

        /// The payload is not of this format to its last byte, or a change does not fit into it.
        ///
        /// @param reason a clause that repeats no values: "customer.email cannot be null"
        record Impossible(String reason) implements Rewritten {}

        /// What is needed is not to be had just now: a registry down, a schema missing.
        record Unavailable(Fault fault) implements Rewritten {}
    }

    /// @param edit asked for every value, in the payload's order
    Rewritten rewrite(Sample sample, SchemaSource schemas, ValueEdit edit) throws InterruptedException;
}
