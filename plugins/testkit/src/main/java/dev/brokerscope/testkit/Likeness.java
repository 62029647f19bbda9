package dev.brokerscope.testkit;

import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.ChannelProfile.OrderScope;
import dev.brokerscope.api.channel.ChannelProfile.PositionKind;
import dev.brokerscope.api.channel.Keep;
import dev.brokerscope.api.channel.MessagePart;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Header;
import dev.brokerscope.api.message.Headers;
import dev.brokerscope.api.message.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// In what two readings of one channel must be alike: not in what the profile says that the channel does not keep.
///
/// @param positions whether a message has the same position each time
/// @param order whether the messages of a partition come in the same order each time
/// @param headerOrder whether the headers of a message come in the same order each time
public record Likeness(boolean positions, boolean order, boolean headerOrder) {

    private static final Comparator<Message> BY_CONTENT =
            Comparator.comparing((Message m) -> m.value().orElse(Bytes.EMPTY))
                    .thenComparing(m -> MessageContent.of(m).toString());

    private static final Comparator<Header> BY_NAME = Comparator.comparing(Header::name);

    public static Likeness of(ChannelProfile profile) {
        Keep headerOrder = profile.keeps(MessagePart.HEADER_ORDER);
        return new Likeness(profile.positions() == PositionKind.STABLE,
                profile.order() == OrderScope.PARTITION || profile.order() == OrderScope.CHANNEL,
                headerOrder != Keep.LOST && headerOrder != Keep.CONVERTED);
    }

    /// What is wrong with a reading, in one sentence; absent where it is just what was expected.
    public Optional<String> difference(List<Message> expected, List<Message> got) {
        return Readout.difference(normal(expected), normal(got));
    }

    private List<Message> normal(List<Message> messages) {
        List<Message> normal = new ArrayList<>();
        Readout.byPartition(messages).values().forEach(in -> {
            List<Message> sorted = order ? in : in.stream().sorted(BY_CONTENT).toList();
            for (int i = 0; i < sorted.size(); i++) {
                Message m = sorted.get(i);
                long hi = positions ? m.positionHi() : 0;
                long lo = positions ? m.positionLo() : i;
                normal.add(m.movedTo(m.partition(), hi, lo).headers(normal(m.headers())).build());
            }
        });
        return normal;
    }

    private Headers normal(Headers headers) {
        return headerOrder || headers.size() < 2 ? headers
                : Headers.of(headers.list().stream().sorted(BY_NAME).toList());
    }
}
