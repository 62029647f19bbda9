package dev.brokerscope.testkit;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/// Sets of claims, in an order in which a failed test can print them.
final class Claims {

    private Claims() {}

    static <E extends Enum<E>> Set<E> sorted(Collection<E> claims) {
        return new TreeSet<>(claims);
    }

    static <E extends Enum<E>> Set<E> without(Collection<E> claims, Collection<E> others) {
        Set<E> rest = new TreeSet<>(claims);
        rest.removeAll(others);
        return rest;
    }
}
