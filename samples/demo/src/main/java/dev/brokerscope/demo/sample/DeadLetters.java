package dev.brokerscope.demo.sample;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// `payments.dlq`: what a service could not handle, with headers that say where it came from and why.
public record DeadLetters(Timeline timeline, int count) implements SampleTopic {

    private static final List<String> REASONS = List.of("SerializationException: unknown magic byte",
            "TimeoutException: ledger did not answer within 5000 ms", "IllegalStateException: amount is negative",
            "JsonParseException: unexpected end of input at byte 118");

    @Override
    public String name() {
        return "payments.dlq";
    }

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public Map<String, String> config() {
        return Map.of("retention.ms", "2592000000");
    }

    @Override
    public void fill(SampleWriter writer) {
        SplittableRandom random = new SplittableRandom(6);
        long[] moments = timeline.moments(count, random);
        for (int i = 0; i < count; i++) {
            SampleMessage message = SampleMessage.to(name(), moments[i]).key("PAY-" + (88_000 + random.nextInt(3_000)))
                    .header("x-original-topic", "payments").header("x-original-partition", Integer.toString(i % 4))
                    .header("x-original-offset", Integer.toString(random.nextInt(600)))
                    .header("x-exception", REASONS.get(i % REASONS.size()));
            writer.send(value(message, i).build());
        }
    }

    private static SampleMessage value(SampleMessage message, int number) {
        return switch (number % 5) {
            case 0 -> message;
            case 1 -> message.value(new byte[]{0, 0, 0, 0, 58, 0x54, 0x06, 0x74, 0x65, 0x61, (byte) number});
            case 2 -> message.value("{\"status\":\"PENDING\",\"amount\":-17.5,\"payer\":\"customer" + number + "\"}");
            case 3 -> message.value("{\"status\":\"PENDING\",\"payer\":{\"name\":\"" + People.customer(number).name());
            default -> message
                    .value("<payment status=\"PENDING\" id=\"pay_" + number + "\"><amount>49.00</amount></payment>");
        };
    }
}
