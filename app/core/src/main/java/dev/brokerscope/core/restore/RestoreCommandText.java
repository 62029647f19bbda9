package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.restore.RestorePlan.IntoExisting;
import dev.brokerscope.core.slice.CommandText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/// A restore plan as the command line that does the same.
record RestoreCommandText(RestorePlan plan) {

    String text(List<String> where) {
        CommandText command = new CommandText("restore", plan.archive().toString());
        plan.slices().forEach(s -> command.add(s.text()));
        command.addAll(where).add("--write");
        plan.scope().filter().ifPresent(f -> command.add("--filter", f.text()));
        plan.naming().renames().forEach((from, to) -> command.add("--rename", from + "=" + to));
        command.addIf(!plan.naming().prefix().isEmpty(), "--prefix", plan.naming().prefix());
        writing(command);
        target(command);
        command.addIf(plan.groups(), "--groups").addIf(!plan.compare(), "--no-compare");
        if (!plan.care().verify().equals(Optional.of(Verification.Level.FULL))) {
            command.add("--verify", plan.care().verify().map(l -> word(l.name())).orElse("none"));
        }
        return command.addIf(plan.resume(), "--resume").text();
    }

    private void writing(CommandText command) {
        WriteRules writing = plan.writing();
        command.addIf(writing.partitioning() != Partitioning.KEEP, "--partitions", word(writing.partitioning().name()));
        writing.map().ifPresent(m -> command.add("--partitions", "map:" + m.words()));
        command.addIf(writing.transactional(), "--transactional")
                .addIf(!writing.limit().words().isEmpty(), "--limit", writing.limit().words());
    }

    private void target(CommandText command) {
        TargetRules target = plan.target();
        boolean other = target.intoExisting() != IntoExisting.REFUSE;
        command.addIf(other, "--into-existing", word(target.intoExisting().name()))
                .addIf(target.confirmed(), "--yes").addIf(!target.create(), "--no-create");
        target.replication().ifPresent(n -> command.add("--replication", n.toString()));
        new TreeSet<>(target.fixes()).forEach(f -> command.add("--fix", f));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
