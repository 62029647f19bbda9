package dev.brokerscope.archive;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.message.Position;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what a check finds. One thread, but for [#progressed].
final class CheckReport {

    private static final int MOST_PROBLEMS = 1_000;

    private final List<Verification.Problem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Verification.Listener listener;
    private long total;
    private long done;
    private long blocks;
    private long messages;
    private String volume = "";
    private int begin;

    CheckReport(Verification.Listener listener) {
        this.listener = listener;
    }

    /// What follows concerns this volume of a set; empty for the set as a whole.
    void about(String name) {
        volume = name.isEmpty() ? "" : name + ": ";
        begin = problems.size();
    }

    /// Puts a problem of the whole volume before those of its parts.
    void first(Verification.Problem ofTheVolume) {
        problems.add(begin, new Verification.Problem(ofTheVolume.code(), volume + ofTheVolume.message(),
                Optional.empty(), Optional.empty()));
    }

    void problem(String code, String message) {
        add(new Verification.Problem(code, volume + message, Optional.empty(), Optional.empty()));
    }

    void problem(String code, ChannelId channel, Position first, String message) {
        add(new Verification.Problem(code, volume + channel + " partition " + first.partition() + ", from position "
                + (first.hi() == 0 ? "" : first.hi() + "-") + first.lo() + ": " + message, Optional.of(channel),
                Optional.of(first)));
    }

    void problem(FaultException fault) {
        problem(fault.fault().code(), fault.fault().message());
    }

    private void add(Verification.Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    synchronized void expect(long bytes) {
        total += bytes;
    }

    synchronized void progressed(long bytes) {
        done += bytes;
        listener.progressed(done, Math.max(total, done));
    }

    void block(long count) {
        blocks++;
        messages += count;
    }

    boolean clean() {
        return problems.isEmpty();
    }

    /// Worth telling, but nothing wrong.
    void remark(String sentence) {
        remarks.add(sentence);
    }

    Verification result(Path file, Verification.Level level, boolean sealed) {
        Verification.State state = !clean()
                ? Verification.State.DAMAGED
                : sealed ? Verification.State.SOUND : Verification.State.UNFINISHED;
        return new Verification(file, level, state, problems, remarks, blocks, messages, done);
    }
}
