package dev.brokerscope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/brokers.md` says what was measured.
final class BrokersDocumentTest {

    @Test
    void saysWhatTheContractsMeasured() throws Exception {
        Path document = Product.file("docs/brokers.md");
        String wanted = BrokersDocument.ofTheRepository().into(Files.readString(document));
        if (Boolean.getBoolean("brokerscope.contract.record")) {
            Files.writeString(document, wanted);
        }
        assertEquals(wanted, Files.readString(document),
                "docs/brokers.md is not made of the profiles on record; make it"
                        + " anew: mvn -q -pl app/architecture -am test -Dtest=BrokersDocumentTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dbrokerscope.contract.record=true");
    }
}
