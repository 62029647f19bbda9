package dev.brokerscope.cli.output;

import dev.brokerscope.api.channel.Fact;
import dev.brokerscope.api.channel.Item;
import dev.brokerscope.core.job.Amounts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Collectors;

/// A channel's facts as people read them.
public record FactText(ZoneId zone) {

    public String of(Item item) {
        return item.sensitive() ? "(hidden)" : of(item.fact());
    }

    public String of(Fact fact) {
        return switch (fact) {
            case Fact.Text(var text) -> text;
            case Fact.Whole(var whole, var unit) -> whole + (unit.isEmpty() ? "" : " " + unit);
            case Fact.Real(var real) -> String.valueOf(real);
            case Fact.Flag(var flag) -> flag ? "yes" : "no";
            case Fact.ByteSize(var bytes) -> Amounts.bytes(bytes);
            case Fact.Time(var millis) -> new TimeText(zone).of(millis);
            case Fact.Span(var millis) -> Amounts.span(Duration.ofMillis(millis));
            case Fact.Counted(var count) -> Amounts.count(count);
            case Fact.Listing(var values) -> values.stream().map(this::of).collect(Collectors.joining(", "));
            case Fact.Absent(var why) -> "– (" + why + ")";
        };
    }
}
