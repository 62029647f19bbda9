package dev.brokerscope.core.keys;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.archive.crypt.Identity;
import dev.brokerscope.core.place.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// The file that holds somebody's identity: lines `bsi1…`; empty ones and those after `#` are for people.
public final class IdentityFile {

    private static final long MOST = 64 << 10;

    private IdentityFile() {}

    /// Makes a new identity, in a new file that only its owner may read.
    ///
    /// @throws FaultException of kind `REFUSED` where the file exists: an identity that is overwritten is lost
    public static Identity create(Path file, Instant now) throws FaultException {
        if (Files.exists(file)) {
            throw new FaultException(FaultKind.REFUSED, "identity.exists", file + " exists already.",
                    "Choose another name; an identity is never overwritten.");
        }
        Identity identity = Identity.generate();
        WholeFile.write(file, "# Brokerscope identity, made " + now.truncatedTo(ChronoUnit.SECONDS)
                + ". Keep this file secret: it opens every archive encrypted for its recipient.\n# recipient: "
                + identity.recipient().text() + "\n" + identity.secretText() + "\n");
        return identity;
    }

    /// @throws FaultException of kind `FILE_ACCESS` where it cannot be read, `USAGE` where it holds no identity
    public static List<Identity> read(Path file) throws FaultException {
        List<String> lines;
        try {
            if (Files.size(file) > MOST) {
                throw none(file);
            }
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new FaultException(FaultKind.FILE_ACCESS, "identity.unreadable", "The identity " + file
                    + " cannot be read.", "Check its path and its permissions.", e);
        }
        List<Identity> identities = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                identities.add(Identity.parse(line.strip()).orElseThrow(() -> none(file)));
            }
        }
        if (identities.isEmpty()) {
            throw none(file);
        }
        return identities;
    }

    private static FaultException none(Path file) {
        return new FaultException(FaultKind.USAGE, "identity.malformed", file
                + " holds no identity, or a letter of it is wrong.",
                "An identity begins with bsi1; make one with: brokerscope keys new-identity FILE");
    }
}
