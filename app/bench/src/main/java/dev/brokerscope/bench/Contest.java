package dev.brokerscope.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lets contestants run in turn, round by round, after one round that does not count: what slows the machine down
/// for a while then slows all of them.
final class Contest {

    private final String title;
    private final ChildRun child;
    private final Map<String, String> environment;
    private final Map<String, List<Measured>> results = new LinkedHashMap<>();

    Contest(String title, ChildRun child, Map<String, String> environment) {
        this.title = title;
        this.child = child;
        this.environment = Map.copyOf(environment);
    }

    /// @param warm whether a round that does not count comes first
    void run(List<Contestant> contestants, int rounds, boolean warm) throws IOException, InterruptedException {
        for (int round = warm ? 0 : 1; round <= rounds; round++) {
            for (Contestant contestant : contestants) {
                List<String> command = contestant.before().command();
                Measured measured = child.run(contestant.name(), command, environment);
                contestant.after().run();
                System.err.printf("%s, round %d: %s %.2f s, %.2f s of processor, %.0f MB%n", title, round,
                        contestant.name(), measured.seconds(), measured.cpu(), measured.rss());
                if (round > 0) {
                    results.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(measured);
                }
            }
        }
    }

    String title() {
        return title;
    }

    Map<String, List<Measured>> results() {
        return results;
    }

    /// Median over the rounds of (time of one ÷ time of the other): above 1 the other is faster. 0 where one is missing.
    double ratio(String one, String other) {
        List<Measured> a = results.getOrDefault(one, List.of());
        List<Measured> b = results.getOrDefault(other, List.of());
        double[] ratios = new double[Math.min(a.size(), b.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = a.get(i).seconds() / b.get(i).seconds();
        }
        return Measured.median(ratios);
    }
}
