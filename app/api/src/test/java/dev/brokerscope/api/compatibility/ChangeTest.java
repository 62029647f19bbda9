package dev.brokerscope.api.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.channel.Impact;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What breaks a plugin and what does not.
final class ChangeTest {

    private static final SortedSet<String> RECORDED = Signatures.of(Session.class, Start.class, Impact.class);

    private static Change with(String line) {
        SortedSet<String> now = new TreeSet<>(RECORDED);
        now.add(line);
        return Change.between(RECORDED, now);
    }

    @Test
    void findsNothingWhereNothingChanged() {
        assertEquals(new Change(List.of(), List.of()), Change.between(RECORDED, RECORDED));
    }

    @Test
    void takesAMissingLineForABreak() {
        for (String gone : RECORDED) {
            SortedSet<String> now = new TreeSet<>(RECORDED);
            now.remove(gone);
            assertFalse(Change.between(RECORDED, now).breaking().isEmpty(), gone);
        }
    }

    @Test
    void takesAnAbstractMethodForABreakAndADefaultOneForAnAddition() {
        assertEquals(1, with("dev.brokerscope.api.broker.Session#abstract more(): int").breaking().size());
        assertEquals(1, with("dev.brokerscope.api.broker.Session#default more(): int").additions().size());
        assertEquals(1, with("dev.brokerscope.api.broker.Fresh#abstract more(): int").additions().size());
    }

    @Test
    void takesANewCaseForABreakWhereOldPluginsWouldMeetIt() {
        assertEquals(1, with("dev.brokerscope.api.broker.Start permits dev.brokerscope.api.broker.Start$Odd")
                .breaking().size());
        assertEquals(1, with("dev.brokerscope.api.channel.Impact#constant DELETES").additions().size());
    }
}
