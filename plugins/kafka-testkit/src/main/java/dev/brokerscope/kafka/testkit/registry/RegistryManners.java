package dev.brokerscope.kafka.testkit.registry;

/// How the registry treats its clients.
public enum RegistryManners {
    /// Answers as it should.
    PROPER,
    /// Answers only after thirty seconds.
    SLOW,
    /// Starts a document that never ends.
    ENDLESS,
    /// Sends every client to another host, which notes whether somebody came.
    REDIRECTING,
    /// Answers with a web page instead of JSON, status 200.
    WRONG_FORMAT,
    /// Answers JSON of another shape.
    WRONG_SHAPE,
    /// Has forgotten every schema.
    FORGETFUL,
    /// Gives another schema than the one that was asked for.
    LYING,
    /// Answers 500 with Confluent's body.
    FAILING
}
