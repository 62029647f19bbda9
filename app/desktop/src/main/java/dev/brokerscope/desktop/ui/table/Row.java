package dev.brokerscope.desktop.ui.table;

import java.util.Optional;

/// A row of the table by its place in the whole result; empty while its page is being fetched.
public record Row<R>(long index, Optional<R> value) {}
