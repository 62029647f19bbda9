package dev.brokerscope.desktop.ui.table;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;

/// Rows that are no messages, such as gaps: one node lies over all columns from one on; the columns before it show
/// the row as usual.
///
/// @param fromColumn id of the first column that is covered
/// @param applies which rows are such
/// @param content what lies there; a new node per call
public record RowSpan<R>(String fromColumn, Predicate<R> applies, Function<R, Node> content) {}
