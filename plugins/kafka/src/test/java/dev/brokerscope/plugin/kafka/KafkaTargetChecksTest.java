package dev.brokerscope.plugin.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import dev.brokerscope.api.channel.ChannelDefinition;
import dev.brokerscope.api.channel.ChannelDefinition.Setting;
import dev.brokerscope.api.channel.SettingOrigin;
import dev.brokerscope.kafka.testkit.KafkaServer;
import dev.brokerscope.kafka.testkit.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GuardedKafka.class)
final class KafkaTargetChecksTest {

    private static final long IN_2023 = 1_700_000_000_000L;
    private static final long IN_2100 = 4_102_444_800_000L;

    private final KafkaServer server;

    KafkaTargetChecksTest(KafkaServer server) {
        this.server = server;
    }

    @Test
    void warnsThatRetentionDeletesOldMessages() throws Exception {
        Finding finding = finding("retention.deletes", created(Map.of(), IN_2023, IN_2023, 10));
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(Optional.of(new Finding.Setting("retention.ms", "-1")), finding.setting());
    }

    @Test
    void passesRetentionThatKeepsEverything() throws Exception {
        assertEquals(Severity.PASSED,
                finding("retention.deletes", created(Map.of("retention.ms", "-1"), IN_2023, IN_2023, 10)).severity());
    }

    @Test
    void warnsThatTheBrokerWritesItsOwnTimestamps() throws Exception {
        Finding finding = finding("timestamp.append-time",
                created(Map.of("message.timestamp.type", "LogAppendTime"), IN_2023, IN_2023, 10));
        assertEquals(Optional.of(new Finding.Setting("message.timestamp.type", "CreateTime")), finding.setting());
    }

    @Test
    void blocksTimestampsThatTheTopicRefuses() throws Exception {
        assertEquals(Severity.BLOCKS, finding("timestamp.too-old",
                created(Map.of("message.timestamp.before.max.ms", "1000"), IN_2023, IN_2023, 10)).severity());
        assertEquals(Severity.BLOCKS, finding("timestamp.too-new", created(Map.of(), IN_2023, IN_2100, 10)).severity());
    }

    @Test
    void warnsOfNegativeTimestamps() throws Exception {
        assertEquals(Severity.WARNING,
                finding("timestamp.negative", created(Map.of("retention.ms", "-1"), -5, IN_2023, 10)).severity());
    }

    @Test
    void warnsOfMessagesThatAreTooLarge() throws Exception {
        Finding finding = finding("message.too-large",
                created(Map.of("max.message.bytes", "1000"), IN_2023, IN_2023, 5_000));
        assertEquals(Optional.of(new Finding.Setting("max.message.bytes", "5512")), finding.setting());
    }

    @Test
    void blocksMoreReplicasInSyncThanThereAreBrokers() throws Exception {
        assertEquals(Severity.BLOCKS, finding("replication.min-insync",
                created(Map.of("min.insync.replicas", "2"), IN_2023, IN_2023, 10)).severity());
        assertEquals(Severity.WARNING,
                finding("replication.brokers", created(Map.of(), IN_2023, IN_2023, 10)).severity());
    }

    @Test
    void warnsThatAnExistingTopicCompacts() throws Exception {
        String topic = new Topics(server).create(Topics.fresh("target"), 1, Map.of("cleanup.policy", "compact"));
        RestoreIntent intent = new RestoreIntent(KafkaPlugin.topic(topic), definition(Map.of()), false,
                TargetChecks.Existing.REFUSE, true, 1,
                Optional.of(IN_2023), Optional.of(IN_2023), 10);
        assertEquals(Severity.WARNING, finding("cleanup.compacts", intent).severity());
        assertEquals(Severity.PASSED, finding("target.not-empty", intent).severity());
    }

    private static RestoreIntent created(Map<String, String> settings, long oldest, long newest, long largest) {
        return new RestoreIntent(KafkaPlugin.topic("a-topic-to-be-created"), definition(settings), true,
                TargetChecks.Existing.REFUSE, true, 1,
                Optional.of(oldest), Optional.of(newest), largest);
    }

    private static ChannelDefinition definition(Map<String, String> settings) {
        List<Setting> list = new ArrayList<>();
        settings.forEach((name, value) -> list.add(new Setting(name, Optional.of(value), SettingOrigin.SET, false)));
        return new ChannelDefinition(1, Optional.of(3), list);
    }

    private Finding finding(String code, RestoreIntent intent) throws Exception {
        try (Session session = new Connecting(server).session()) {
            List<Finding> findings = session.extension(TargetChecks.class).orElseThrow().check(intent);
            assertTrue(findings.stream().noneMatch(f -> f.message().isBlank()));
            return findings.stream().filter(f -> f.code().equals(code)).findFirst()
                    .orElseThrow(() -> new AssertionError("no " + code + " in " + findings));
        }
    }
}
