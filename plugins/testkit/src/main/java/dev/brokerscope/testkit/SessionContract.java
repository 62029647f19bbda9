package dev.brokerscope.testkit;

import org.junit.jupiter.api.TestInstance;

/// What every session promises, brokers and archives alike. A subclass says how to connect and what a channel holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SessionContract implements ListingContract, ReadingContract, RangeContract {}
