package dev.brokerscope.installers;

/// A package cannot be made; the message is a sentence for whoever builds.
final class PackagingException extends RuntimeException {

    PackagingException(String message) {
        super(message);
    }
}
