package dev.brokerscope.archive.crypt;

import dev.brokerscope.archive.block.DamagedBlockException;
import dev.brokerscope.archive.block.Frame;
import dev.brokerscope.archive.block.FrameCodec;

/// Encrypts frames of one volume, and opens them again. One thread.
public final class FrameCipher {

    private final Aead aead;

    FrameCipher(Aead aead) {
        this.aead = aead;
    }

    /// The checksum of the result is of what stands in the file.
    public Frame seal(FrameBinding binding, Frame plain) {
        byte[] nonce = aead.nonce();
        return FrameCodec.stored(plain, nonce, aead.seal(nonce, binding.frame(plain), plain.data()));
    }

    /// @throws DamagedBlockException where a bit was changed, or the frame belongs elsewhere
    public Frame open(FrameBinding binding, Frame sealed) throws DamagedBlockException {
        FrameCodec.check(sealed);
        byte[] data = aead.open(sealed.nonce(), binding.frame(sealed), sealed.data())
                .orElseThrow(() -> new DamagedBlockException("its " + sealed.kind().text()
                        + " cannot be decrypted: they were changed, or belong to another place"));
        return FrameCodec.stored(sealed, new byte[0], data);
    }
}
