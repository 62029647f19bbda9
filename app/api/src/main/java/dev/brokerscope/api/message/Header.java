package dev.brokerscope.api.message;

import java.util.Optional;

/// One header as the broker holds it: names are bytes too, and a null value is not an empty one.
public record Header(Bytes name, HeaderType type, Optional<Bytes> value) {

    public static Header of(String name, Bytes value) {
        return new Header(Bytes.utf8(name), HeaderType.BYTES, Optional.of(value));
    }

    public static Header of(String name, String value) {
        return of(name, Bytes.utf8(value));
    }

    public static Header ofNull(String name) {
        return new Header(Bytes.utf8(name), HeaderType.BYTES, Optional.empty());
    }

    public String nameText() {
        return name.utf8();
    }
}
