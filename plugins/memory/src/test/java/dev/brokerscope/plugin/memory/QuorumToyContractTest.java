package dev.brokerscope.plugin.memory;

/// The contract on what behaves as a quorum queue: as a classic one, and reordered and counted.
final class QuorumToyContractTest extends ToyContract {

    QuorumToyContractTest() {
        super(QUORUM);
    }
}
