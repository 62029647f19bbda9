package dev.brokerscope.core.backup;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.archive.block.Compression;
import dev.brokerscope.core.slice.CommandText;
import dev.brokerscope.core.slice.ConsentWord;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A plan as the command line that does the same.
record BackupCommandText(BackupPlan plan) {

    String text(List<String> where) {
        CommandText command = new CommandText("backup");
        plan.slices().forEach(s -> command.add(s.text()));
        ReadOptions reading = plan.reading();
        command.addAll(where)
                .addIf(reading.isolation() == Isolation.ALL, "--isolation", "all");
        reading.filter().ifPresent(f -> command.add("--filter", f.text()));
        reading.mask().ifPresent(m -> command.add("--mask", m.name()));
        command.addIf(reading.measureAborted(), "--measure-aborted")
                .addIf(!plan.extras().schemas(), "--no-schemas")
                .addIf(!plan.extras().groups(), "--no-groups")
                .addIf(!plan.extras().objects(), "--no-objects")
                .addIf(!reading.consent().isEmpty(), "--consent", consentWords())
                .addIf(!reading.limit().words().isEmpty(), "--limit", reading.limit().words())
                .addIf(!compression().equals(Compression.STANDARD), "--compress", compression().text())
                .addAll(plan.storing().encryption().words().words())
                .addIf(plan.resume(), "--resume")
                .addIf(plan.sinceLast(), "--since-last")
                .addIf(plan.follows(), "--follow")
                .addIf(plan.set().filter(s -> !s.seal()).isPresent(), "--no-seal");
        plan.set().map(SetOptions::rotation).ifPresent(r -> {
            r.bytes().ifPresent(b -> command.add("--volume-size", Long.toString(b)));
            r.age().ifPresent(a -> command.add("--volume-age", a.toSeconds() + "s"));
        });
        plan.verify().ifPresent(v -> command.add("--verify", v.name().toLowerCase(Locale.ROOT)));
        return command.add("--out", plan.output() + (plan.set().isPresent() ? "/" : "")).text();
    }

    private Compression compression() {
        return plan.storing().compression();
    }

    private String consentWords() {
        return plan.reading().consent().stream().sorted().map(ConsentWord::of).collect(Collectors.joining(","));
    }
}
