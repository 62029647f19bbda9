package dev.brokerscope.desktop.archive;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Archive;
import dev.brokerscope.archive.ArchiveContents;
import dev.brokerscope.archive.CoverageMap;
import java.util.List;
import java.util.Optional;

/// What an archive holds of all its channels, ready to be painted: made where files are read, not on the FX thread.
///
/// @param times that the bars by time run along; absent where no message has a time
public record Coverages(List<ChannelCoverage> channels, Optional<CoverageMap.Times> times) {

    /// More than a bar has pixels on most windows.
    private static final int STEPS = 600;

    public Coverages {
        channels = List.copyOf(channels);
    }

    static Coverages of(Archive archive, ArchiveContents contents) throws FaultException {
        CoverageMap map = archive.coverage(STEPS);
        return new Coverages(contents.channels().stream().map(c -> ChannelCoverage.of(c, map)).toList(), map.times());
    }

    long unexplained() {
        return channels.stream().mapToLong(ChannelCoverage::unexplained).sum();
    }
}
