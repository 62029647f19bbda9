package dev.brokerscope.core.decode;

import dev.brokerscope.api.decode.Decoded;
import java.util.List;
import java.util.Optional;

/// What a table row shows of a payload.
public record Glance(Badge badge, Preview preview) {

    static Glance of(Decoding decoding, boolean cut, List<String> firstFields) {
        Decoding shown = cut && decoding instanceof Decoding.Read read ? whole(read) : decoding;
        return new Glance(shown.badge(), Preview.of(shown, firstFields));
    }

    /// Only the beginning was decoded: that it ends too early is no fault of the payload.
    private static Decoding whole(Decoding.Read read) {
        if (read.decoded() instanceof Decoded.Malformed broken && broken.partial().isPresent()
                && broken.at() >= read.bytes().size() - 4) {
            Decoded tree = new Decoded.Tree(broken.partial().get(), List.of(), broken.schema());
            Attempt chosen = new Attempt(read.chosen().decoder(), read.chosen().name(), read.chosen().assessment(),
                    Optional.of(tree));
            return new Decoding.Read(read.bytes(), chosen, List.of(chosen), read.picked());
        }
        return read;
    }
}
