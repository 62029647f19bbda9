package dev.brokerscope.plugin.rabbitmq.queue;

import dev.brokerscope.api.broker.End;
import dev.brokerscope.api.broker.OpenRequest;
import dev.brokerscope.api.broker.Start;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Position;
import dev.brokerscope.plugin.rabbitmq.connect.QueueFacts;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitConfig.BrowseCap;
import dev.brokerscope.plugin.rabbitmq.connect.RabbitFaults;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one queue is browsed.
///
/// @param reads false where only partitions were asked for that it does not have
/// @param most messages, by the request; the count of the moment and the cap are less often
/// @param holding how long messages may be held, before the server would end it
record BrowsePlan(OpenRequest request, String queue, boolean reads, long most, BrowseCap cap, Duration holding,
        boolean countsDeliveries) {

    /// The server's own limit is half an hour unless told otherwise.
    private static final Duration CONSUMER_TIMEOUT = Duration.ofMinutes(30);
    private static final Duration MARGIN = Duration.ofSeconds(20);

    static BrowsePlan of(OpenRequest request, QueueFacts facts, BrowseCap cap) throws FaultException {
        String what = "queue " + facts.name();
        for (int number : request.partitions().orElse(Set.of())) {
            if (number != 0) {
                throw RabbitFaults.noPartition(what, number);
            }
        }
        if (!(request.start() instanceof Start.Earliest)) {
            throw unsupported(what, "A queue can be browsed from its head only.", "Start at the beginning.");
        }
        long most = switch (request.end()) {
            case End.Snapshot _,End.Quiet _ -> Long.MAX_VALUE;
            case End.BeforePositions(List<Position> ends) -> ends.isEmpty() ? Long.MAX_VALUE : ends.getFirst().lo();
            case End.Follow _ -> throw unsupported(what,
                    "A queue cannot be followed: what is looked at must be put back.",
                    "Open one of its exchanges to watch what arrives.");
            case End.BeforeTime _ -> throw unsupported(what, "A queue is not ordered by time.", "Read it whole.");
        };
        Duration timeout = facts.limit("consumer-timeout").map(Duration::ofMillis).orElse(CONSUMER_TIMEOUT);
        Duration holding = timeout.compareTo(MARGIN.multipliedBy(2)) > 0 ? timeout.minus(MARGIN) : timeout.dividedBy(2);
        boolean reads = request.partitions().map(p -> p.contains(0)).orElse(true);
        return new BrowsePlan(request, facts.name(), reads, most, cap, holding,
                !facts.type().equals(Optional.of("classic")));
    }

    private static FaultException unsupported(String what, String message, String remedy) {
        return new FaultException(FaultKind.UNSUPPORTED, "rabbitmq.queue-range", message + " (" + what + ")", remedy);
    }

    String what() {
        return "queue " + queue;
    }
}
