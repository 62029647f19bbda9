package dev.brokerscope.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What a large run took more than a small one: start and compilers of Java, which any run pays once, are not in that.
record Growth(DataSet small, Contest few, DataSet large, Contest many) {

    /// Programs that ran in both.
    List<String> programs() {
        List<String> both = new ArrayList<>(few.results().keySet());
        both.retainAll(many.results().keySet());
        return both;
    }

    long messages() {
        return (long) large.count() - small.count();
    }

    /// Medians subtracted; 0 where a program did not run in both.
    double grown(String program, ToDoubleFunction<Measured> figure) {
        return programs().contains(program)
                ? Measured.median(many.results().getOrDefault(program, List.of()), figure)
                        - Measured.median(few.results().getOrDefault(program, List.of()), figure)
                : 0;
    }

    /// As [Contest#ratio]; 0 where there is none.
    double ratio(String one, String other) {
        double a = grown(one, Measured::seconds);
        double b = grown(other, Measured::seconds);
        return a > 0 && b > 0 ? a / b : 0;
    }
}
