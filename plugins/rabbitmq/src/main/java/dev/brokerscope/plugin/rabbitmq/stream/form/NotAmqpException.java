package dev.brokerscope.plugin.rabbitmq.stream.form;

/// The bytes are no message of AMQP 1.0, or one that would not come back the same.
final class NotAmqpException extends Exception {

    private static final long serialVersionUID = 1;

    /// Without a stack trace: a whole stream may be of other messages.
    NotAmqpException(String message) {
        super(message, null, false, false);
    }
}
