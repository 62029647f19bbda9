package dev.brokerscope.core.rework;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.pace.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an archive is cut into several.
///
/// @param folder is made; refused where something stands in it
public record SplitPlan(Path input, Path folder, By by) {

    /// What the parts are.
    public sealed interface By {

        /// An archive for each run.
        record Run() implements By {}

        /// An archive for each channel, of all runs.
        record Channel() implements By {}

        /// The volumes of one set, each for a stretch of time.
        record Time(Duration step) implements By {}

        /// The volumes of one set, each of about this size.
        record Size(long bytes) implements By {}

        /// Reads `run`, `channel`, `time:1d`, `size:500MB`; without a step a day, without a size 1 GB.
        ///
        /// @throws FaultException of kind `USAGE` for anything else
        static By parse(String words) throws FaultException {
            int colon = words.indexOf(':');
            String what = colon < 0 ? words : words.substring(0, colon);
            String step = colon < 0 ? "" : words.substring(colon + 1);
            return switch (what) {
                case "run" -> plain(words, step, new Run());
                case "channel" -> plain(words, step, new Channel());
                case "time" -> new Time(step.isEmpty() ? Duration.ofDays(1) : duration(step));
                case "size" -> new Size(step.isEmpty() ? 1_000_000_000 : ByteSize.parse(step).bytes());
                default -> throw unknown(words);
            };
        }

        private static By plain(String words, String step, By by) throws FaultException {
            if (!step.isEmpty()) {
                throw unknown(words);
            }
            return by;
        }

        private static Duration duration(String text) throws FaultException {
            Matcher matcher = Pattern.compile("(\\d{1,6})([smhdw])").matcher(text);
            long amount = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
            if (amount == 0) {
                throw new FaultException(FaultKind.USAGE, "split.step", "\"" + text + "\" is no stretch of time.",
                        "Write it like 1d, 12h or 1w.");
            }
            return switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                case "d" -> Duration.ofDays(amount);
                default -> Duration.ofDays(7 * amount);
            };
        }

        private static FaultException unknown(String words) {
            return new FaultException(FaultKind.USAGE, "split.by", "Archives are not split by \"" + words + "\".",
                    "Give --by run, channel, time:1d or size:500MB.");
        }
    }
}
