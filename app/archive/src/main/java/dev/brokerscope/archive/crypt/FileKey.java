package dev.brokerscope.archive.crypt;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.block.Sha;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The bytes of a file that is kept secret, of 32 bytes up to 1 MiB; at best random ones.
public final class FileKey implements ArchiveKey {

    private static final int LEAST = 32;
    private static final int MOST = 1 << 20;

    private final byte[] secret;

    private FileKey(byte[] content) {
        secret = Sha.start().digest(content);
    }

    /// @throws FaultException of kind `FILE_ACCESS` where it cannot be read, `USAGE` where it is too short or too long
    public static FileKey read(Path file) throws FaultException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MOST + 1);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "key.file", "The key file " + file + " cannot be read.",
                    "Check its path and its permissions.", e);
        }
        if (content.length < LEAST || content.length > MOST) {
            throw new FaultException(FaultKind.USAGE, "key.file-size", "The key file " + file + " has "
                    + (content.length > MOST ? "more than 1 MiB" : content.length + " bytes") + ".",
                    "A key file has 32 bytes to 1 MiB; make one with: head -c 64 /dev/urandom > FILE");
        }
        FileKey key = new FileKey(content);
        Arrays.fill(content, (byte) 0);
        return key;
    }

    byte[] wrapping(byte[] salt) {
        return Derivation.hkdf(secret, salt, "brokerscope key file");
    }

    @Override
    public void close() {
        Arrays.fill(secret, (byte) 0);
    }
}
