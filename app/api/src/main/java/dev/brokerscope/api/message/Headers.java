package dev.brokerscope.api.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headers of a message in the broker's order, duplicates kept. A plugin may wrap its client's headers lazily;
/// then `size` and `get` must be quick and give the same answer each time.
public interface Headers {

    Headers NONE = of(List.of());

    int size();

    Header get(int index);

    static Headers of(List<Header> headers) {
        return new ListedHeaders(List.copyOf(headers));
    }

    static Headers of(Header... headers) {
        return of(List.of(headers));
    }

    default boolean isEmpty() {
        return size() == 0;
    }

    default List<Header> list() {
        List<Header> all = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            all.add(get(i));
        }
        return all;
    }

    /// The last header of that name, as brokers and clients resolve duplicates.
    default Optional<Header> last(String name) {
        Bytes wanted = Bytes.utf8(name);
        for (int i = size() - 1; i >= 0; i--) {
            if (get(i).name().equals(wanted)) {
                return Optional.of(get(i));
            }
        }
        return Optional.empty();
    }
}
