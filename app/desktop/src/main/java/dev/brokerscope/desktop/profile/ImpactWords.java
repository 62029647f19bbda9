package dev.brokerscope.desktop.profile;

import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.desktop.ui.Glyph;
import dev.brokerscope.desktop.ui.Texts;
import java.util.Set;

/// What reading does to a broker, for people.
public final class ImpactWords {

    private ImpactWords() {}

    /// A sentence.
    public static String of(Impact impact) {
        return Texts.text("impact." + impact.name());
    }

    public static Glyph glyph(Impact impact) {
        return switch (impact) {
            case TRANSIENT_CONSUMER -> Glyph.PLUG;
            case MAY_CREATE_CHANNEL -> Glyph.PLUS;
            case HIDES_MESSAGES -> Glyph.EYE_OFF;
            case MARKS_REDELIVERED -> Glyph.ROTATE_CCW;
            case COUNTS_DELIVERIES -> Glyph.HASH;
            case MAY_DROP_MESSAGES -> Glyph.TRASH_2;
            case REORDERS -> Glyph.SPLIT;
            case CONSUMES -> Glyph.LOG_OUT;
            case JOINS_GROUP -> Glyph.USERS;
        };
    }

    /// Whether messages may be gone afterwards.
    public static boolean mayLose(Set<Impact> impacts) {
        return impacts.contains(Impact.MAY_DROP_MESSAGES) || impacts.contains(Impact.CONSUMES);
    }
}
