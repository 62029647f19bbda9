package dev.brokerscope.core.slice;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person typed for a slice, before the name is matched with channels: `'orders.*[0,3]@now-2h..'`.
///
/// @param name escaped as listings print it, or a glob
public record SliceText(String name, Optional<Set<Integer>> partitions, Bound from, Bound to, Optional<Long> last) {

    private static final Pattern FORM = Pattern.compile("([^@\\[]+)(?:\\[([0-9,\\- ]*)])?(?:@(.*))?", Pattern.DOTALL);
    private static final Pattern GLOB = Pattern.compile(".*[*?].*");

    public SliceText {
        partitions = partitions.map(Set::copyOf);
    }

    /// @throws FaultException of kind `USAGE`, saying which part is wrong
    public static SliceText parse(String text, Times times) throws FaultException {
        Matcher m = FORM.matcher(text.strip());
        if (!m.matches()) {
            throw wrong(text, "is no slice");
        }
        Optional<Set<Integer>> partitions = m.group(2) == null ? Optional.empty()
                : Optional.of(partitions(text, m.group(2)));
        String range = m.group(3) == null ? "" : m.group(3).strip();
        if (range.startsWith("last:")) {
            return new SliceText(m.group(1), partitions, Bound.OPEN, Bound.OPEN,
                    Optional.of(count(text, range.substring("last:".length()))));
        }
        int dots = range.indexOf("..");
        if (dots < 0 && !range.isEmpty()) {
            throw wrong(text, "lacks the two dots between its bounds");
        }
        String from = dots < 0 ? "" : range.substring(0, dots);
        String to = dots < 0 ? "" : range.substring(dots + 2);
        return new SliceText(m.group(1), partitions, times.from(from), times.to(to), Optional.empty());
    }

    /// The numbers in `0,3` or `0-3`.
    ///
    /// @throws FaultException of kind `USAGE`
    public static Set<Integer> partitions(String text, String list) throws FaultException {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            try {
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                if (ends.length > 2 || last < first || last - first > 100_000) {
                    throw wrong(text, "has no valid list of partitions");
                }
                for (int number = first; number <= last; number++) {
                    numbers.add(number);
                }
            } catch (NumberFormatException e) {
                throw wrong(text, "has no valid list of partitions");
            }
        }
        return numbers;
    }

    public boolean isGlob() {
        return GLOB.matcher(name).matches();
    }

    public Slice on(ChannelId channel) {
        return new Slice(channel, partitions, from, to, last);
    }

    private static long count(String text, String digits) throws FaultException {
        try {
            long count = Long.parseLong(digits.strip());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw wrong(text, "has no number behind last:");
        }
        throw wrong(text, "asks for no message");
    }

    private static FaultException wrong(String text, String what) {
        return new FaultException(FaultKind.USAGE, "slice.malformed", "The slice \"" + text + "\" " + what + ".",
                "Write it as 'name[0,3]@from..to', both bounds optional, or 'name@last:1000'.");
    }
}
