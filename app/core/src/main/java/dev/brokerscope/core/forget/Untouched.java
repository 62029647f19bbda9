package dev.brokerscope.core.forget;

import java.nio.file.Path;

/// Something in the folder that is neither counted nor deleted.
///
/// @param damaged an archive that is not whole: worse than one that is not finished
public record Untouched(Path path, String reason, boolean damaged) {}
