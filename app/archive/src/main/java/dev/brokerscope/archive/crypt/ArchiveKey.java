package dev.brokerscope.archive.crypt;

/// A secret that may open an encrypted archive. Any thread; useless after `close`, which wipes what can be wiped.
public sealed interface ArchiveKey extends AutoCloseable permits PassphraseKey, FileKey, Identity {

    @Override
    void close();
}
