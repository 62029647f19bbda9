/// The SQLite file under an archive: connections, tables, seal, lock. Hidden: only the archive uses it.
@NullMarked
package dev.brokerscope.archive.sqlite;

import org.jspecify.annotations.NullMarked;
