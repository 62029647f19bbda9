package dev.brokerscope.desktop.wizard;

import dev.brokerscope.api.fault.FaultException;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// Words that may be left empty, and are read the way the command line reads them.
public final class Typed {

    /// Reads words.
    public interface Reading<T> {
        T read(String words) throws FaultException;
    }

    private Typed() {}

    /// Absent where nothing was typed.
    public static <T> Optional<T> read(ObservableValue<String> words, Reading<T> reading) throws FaultException {
        String typed = words.getValue().strip();
        return typed.isEmpty() ? Optional.empty() : Optional.of(reading.read(typed));
    }

    /// What is wrong with the words, as a sentence.
    public static <T> Optional<String> problem(ObservableValue<String> words, Reading<T> reading) {
        try {
            read(words, reading);
            return Optional.empty();
        } catch (FaultException e) {
            return Optional.of(e.fault().sentence());
        }
    }
}
