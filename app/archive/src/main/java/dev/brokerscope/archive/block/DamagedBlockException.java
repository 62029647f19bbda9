package dev.brokerscope.archive.block;

/// A block is not what it must be; the message is the rest of a sentence about it.
public final class DamagedBlockException extends Exception {

    private static final long serialVersionUID = 1;

    public DamagedBlockException(String message) {
        super(message);
    }
}
