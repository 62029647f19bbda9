package dev.brokerscope.archive.crypt;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;

/// Somebody for whom archives are encrypted: the public half of an identity. No secret.
public record Recipient(Bytes publicKey) {

    private static final String PREFIX = "bsr1";

    /// @param text `bsr1…`, as an identity file and `keys list` print it
    /// @throws FaultException of kind `USAGE` where it is none, or one of its letters is wrong
    public static Recipient parse(String text) throws FaultException {
        return new Recipient(KeyText.read(PREFIX, text.strip()).map(Bytes::wrap)
                .orElseThrow(() -> new FaultException(FaultKind.USAGE, "recipient.malformed",
                        "\"" + shortened(text.strip()) + "\" is not a recipient, or a letter of it is wrong.",
                        "A recipient begins with bsr1 and has 52 letters; it stands in the identity's file.")));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /// As people copy it.
    public String text() {
        return KeyText.write(PREFIX, publicKey.toArray());
    }
}
