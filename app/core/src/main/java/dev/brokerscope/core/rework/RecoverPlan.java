package dev.brokerscope.core.rework;

import java.nio.file.Path;

/// What is taken out of a damaged archive.
///
/// @param input a file, finished or not, or a folder of volumes of which some may be missing; never changed
public record RecoverPlan(Path input, Path output) {}
