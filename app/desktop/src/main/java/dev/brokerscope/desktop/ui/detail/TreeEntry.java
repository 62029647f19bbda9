package dev.brokerscope.desktop.ui.detail;

import dev.brokerscope.desktop.ui.table.Run;
import java.util.List;
import java.util.Optional;

/// A field of a decoded value as the tree shows it. Children are asked for only when they are needed.
public interface TreeEntry {

    String name();

    /// The value on one line in colours; for a record or list what it holds, such as *10 fields*.
    List<Run> value();

    /// The type in the words of the format, such as `bytes · decimal(12, 2)`.
    String type();

    int childCount();

    TreeEntry child(int index);

    /// Where the field lies in the bytes, if the decoder can tell.
    Optional<ByteRange> bytes();
}
