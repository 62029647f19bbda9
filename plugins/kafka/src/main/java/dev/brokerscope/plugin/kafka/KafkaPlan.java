package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.CursorEvent;
import dev.brokerscope.api.broker.CursorPlan;
import java.util.List;
import org.apache.kafka.clients.admin.TopicDescription;

/// What a cursor will read, captured before it starts.
///
/// @param opening events that the plan itself found: offsets that retention took
record KafkaPlan(TopicDescription topic, List<PartitionReading> readings, List<CursorEvent> opening, KafkaGaps gaps) {

    CursorPlan cursorPlan() {
        return new CursorPlan(readings.stream().map(PartitionReading::range).toList(), KafkaProfile.ATTRIBUTES);
    }
}
