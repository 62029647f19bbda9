package dev.brokerscope.desktop.message;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Words for the choices of a combo box that nobody types into.
final class OneWayWords<T> extends StringConverter<T> {

    private final Function<T, String> words;

    OneWayWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(T choice) {
        return words.apply(choice);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException(text);
    }
}
