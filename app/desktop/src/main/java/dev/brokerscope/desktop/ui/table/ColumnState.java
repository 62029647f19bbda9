package dev.brokerscope.desktop.ui.table;

/// How a person left a column; a table's states in order are what is remembered of it.
public record ColumnState(String id, double width, boolean visible) {}
