package dev.brokerscope.core.secret;

import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;

/// A place of the operating system for secrets.
public interface Keyrings {

    /// Whether there is one here that answers. The first call may take seconds.
    boolean available();

    Optional<char[]> find(String name) throws FaultException;

    void put(String name, char[] secret) throws FaultException;

    void remove(String name) throws FaultException;

    /// For people: `the keyring of the system`.
    String place();

    /// Where there is none.
    Keyrings NONE = new Keyrings() {
        @Override
        public boolean available() {
            return false;
        }

        @Override
        public Optional<char[]> find(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, char[] secret) {
            throw new IllegalStateException("there is no keyring");
        }

        @Override
        public void remove(String name) {}

        @Override
        public String place() {
            return "the keyring of the system, which this system does not have";
        }
    };
}
