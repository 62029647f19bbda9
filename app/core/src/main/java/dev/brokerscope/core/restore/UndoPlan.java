package dev.brokerscope.core.restore;

import dev.brokerscope.api.channel.ChannelId;
import dev.brokerscope.api.fault.FaultException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a restore left behind, as its report tells.
///
/// @param clusterId where it was; an undo elsewhere is refused
public record UndoPlan(Path report, Optional<String> clusterId, List<Made> channels) {

    /// @param created whether the restore made it: only then it can be undone
    public record Made(ChannelId channel, boolean created, RestoreReport.Mark mark) {}

    public UndoPlan {
        channels = List.copyOf(channels);
    }

    /// @param report the `.json` of a restore
    /// @throws FaultException `NOT_FOUND` or `CORRUPT` where there is none
    public static UndoPlan read(Path report) throws FaultException {
        return UndoJson.read(report);
    }
}
