package dev.brokerscope.demo.sample;

import java.util.Map;

/// One sample topic: how it is created, and what is written to it.
public interface SampleTopic {

    /// Its name.
    String name();

    /// How many partitions it has.
    int partitions();

    /// Its settings, where they differ from the broker's.
    Map<String, String> config();

    /// Writes its messages.
    void fill(SampleWriter writer);
}
