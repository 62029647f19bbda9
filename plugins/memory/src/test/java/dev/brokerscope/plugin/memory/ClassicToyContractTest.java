package dev.brokerscope.plugin.memory;

/// The contract on what behaves as a classic queue: hidden while it is read, marked afterwards.
final class ClassicToyContractTest extends ToyContract {

    ClassicToyContractTest() {
        super(CLASSIC);
    }
}
