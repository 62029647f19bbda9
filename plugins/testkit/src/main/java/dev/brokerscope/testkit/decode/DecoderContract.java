package dev.brokerscope.testkit.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.decode.Assessment;
import dev.brokerscope.api.decode.Decoded;
import dev.brokerscope.api.decode.Decoder;
import dev.brokerscope.api.decode.Node;
import dev.brokerscope.api.decode.Sample;
import dev.brokerscope.api.decode.SchemaSource;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.api.message.Bytes;
import dev.brokerscope.api.message.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// Extend it in the tests of a decoder: good samples and broken ones are all it asks for.
public abstract class DecoderContract {

    /// Trees must stay so shallow that views may walk them by recursion.
    public static final int DEEPEST = 2_000;

    private static final long SEED = 20_261_122;
    /// Hostile inputs of each of the two kinds; long runs ask for more with `-Ddecoder.inputs=500000`.
    private static final int INPUTS = Integer.getInteger("decoder.inputs", 5_000);

    /// The decoder under test; one instance serves all tests.
    protected abstract Decoder decoder();

    /// Well-formed samples, as different as possible.
    protected abstract List<Sample> good();

    /// Samples that begin well and break somewhere.
    protected abstract List<Sample> broken();

    /// What the samples name; knows nothing unless overridden.
    protected SchemaSource schemas() {
        return id -> {
            throw new FaultException(FaultKind.NOT_FOUND, "schema.unknown", "Schema " + id + " is not known.", "");
        };
    }

    /// A sample of a value without headers.
    protected static Sample sample(Bytes bytes) {
        return Sample.of(bytes, Sample.Side.VALUE, ChannelId.of("topic", "contract"), Headers.NONE);
    }

    protected static Sample sample(String utf8) {
        return sample(Bytes.utf8(utf8));
    }

    /// The same sample with other bytes.
    protected static Sample with(Sample sample, Bytes bytes) {
        return new Sample(bytes, sample.side(), sample.channel(), sample.headers(), sample.options(), sample.schema());
    }

    @Test
    void hasAShortIdAndAName() {
        assertTrue(decoder().id().matches("[a-z][a-z0-9-]{0,19}"), decoder().id());
        assertFalse(decoder().name().isBlank());
    }

    @Test
    void readsGoodSamples() throws Exception {
        for (Sample sample : good()) {
            assertInstanceOf(Decoded.Tree.class, decode(sample), () -> sample.bytes().toString());
        }
    }

    @Test
    void findsGoodSamplesPossible() {
        for (Sample sample : good()) {
            if (sample.schema().isEmpty()) {
                Assessment assessment = decoder().assess(sample);
                assertTrue(assessment.likelihood() >= Assessment.POSSIBLE, () -> assessment + " of " + sample.bytes());
            }
        }
    }

    @Test
    void tellsWhyAndWhereBrokenSamplesStop() throws Exception {
        for (Sample sample : broken()) {
            Decoded.Malformed malformed = assertInstanceOf(Decoded.Malformed.class, decode(sample),
                    () -> sample.bytes().toString());
            assertFalse(malformed.reason().isBlank());
            assertTrue(malformed.at() >= 0 && malformed.at() <= sample.bytes().size(), malformed::toString);
        }
    }

    @Test
    void assessesAnythingWithAReason() {
        Mutations mutations = new Mutations(SEED, bytes(good()));
        List<Bytes> inputs = new ArrayList<>(List.of(Bytes.EMPTY, Bytes.hex("00"), Bytes.hex("ff")));
        for (int i = 0; i < INPUTS; i++) {
            inputs.add(i % 2 == 0 ? mutations.noise() : mutations.mutant());
        }
        for (Bytes input : inputs) {
            assertFalse(decoder().assess(sample(input)).reason().isBlank(), input::toString);
            Sample sample = sample(input);
            assertTrue(decoder().references(sample).isEmpty() || !sample.headers().isEmpty()
                    || decoder().mayReference(input.at(0)), input::toString);
        }
    }

    @Test
    void makesAnOutcomeOfEveryMutant() throws Exception {
        List<Sample> good = good();
        for (int s = 0; s < good.size(); s++) {
            Mutations mutations = new Mutations(SEED + s, bytes(good));
            for (int i = 0; i < INPUTS / good.size() + 1; i++) {
                check(with(good.get(s), mutations.mutant()), "seed " + (SEED + s) + ", mutant " + i);
            }
        }
    }

    @Test
    void makesAnOutcomeOfNoise() throws Exception {
        Mutations mutations = new Mutations(SEED, bytes(good()));
        for (int i = 0; i < INPUTS; i++) {
            check(sample(mutations.noise()), "seed " + SEED + ", noise " + i);
        }
    }

    @Test
    void makesAnOutcomeOfEveryPrefix() throws Exception {
        for (Sample sample : good()) {
            int step = Math.max(1, sample.bytes().size() / 300);
            for (int end = 0; end <= sample.bytes().size(); end += step) {
                check(with(sample, sample.bytes().slice(0, end)), "prefix of " + end + " bytes");
            }
        }
    }

    @Test
    void answersTheSameOnManyThreads() throws Exception {
        List<Sample> samples = new ArrayList<>(good());
        samples.addAll(broken());
        List<Decoded> expected = decodeAll(samples);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Decoded>>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                tasks.add(() -> decodeAll(samples));
            }
            for (var answer : threads.invokeAll(tasks)) {
                assertEquals(expected, answer.get());
            }
        }
    }

    private List<Decoded> decodeAll(List<Sample> samples) throws InterruptedException {
        List<Decoded> all = new ArrayList<>();
        for (Sample sample : samples) {
            all.add(decode(sample));
        }
        return all;
    }

    private Decoded decode(Sample sample) throws InterruptedException {
        return decoder().decode(sample, schemas());
    }

    private void check(Sample sample, String what) throws InterruptedException {
        String where = what + ": " + sample.bytes().toHex();
        Decoded decoded;
        try {
            decoded = decode(sample);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("no outcome but " + e + ", " + where, e);
        }
        assertEquals(decoded, decode(sample), () -> "another outcome the second time, " + where);
        int size = sample.bytes().size();
        switch (decoded) {
            case Decoded.Tree tree -> check(tree.root(), size, where);
            case Decoded.Malformed malformed -> {
                assertTrue(malformed.at() >= 0 && malformed.at() <= size, () -> malformed + ", " + where);
                assertFalse(malformed.reason().isBlank(), where);
                malformed.partial().ifPresent(root -> check(root, size, where));
            }
            case Decoded.Unavailable unavailable -> assertFalse(unavailable.fault().message().isBlank(), where);
        }
    }

    private static void check(Node root, int size, String where) {
        Trees.assertRanges(root, size, where);
        assertTrue(Trees.depth(root) <= DEEPEST, () -> "deeper than " + DEEPEST + ", " + where);
    }

    private static List<Bytes> bytes(List<Sample> samples) {
        return samples.stream().map(Sample::bytes).toList();
    }
}
