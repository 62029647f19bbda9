package dev.brokerscope.cli.command;

import dev.brokerscope.api.broker.Isolation;
import dev.brokerscope.api.broker.Session;
import dev.brokerscope.api.channel.ChannelProfile;
import dev.brokerscope.api.channel.Impact;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.cli.run.Run;
import dev.brokerscope.core.query.Entry;
import dev.brokerscope.core.query.Query;
import dev.brokerscope.core.query.QueryRange;
import dev.brokerscope.core.query.QueryRun;
import dev.brokerscope.core.slice.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// The newest messages of a channel, or the first ones where it cannot be read backwards. The newest are found from the
/// end backwards and kept on disk meanwhile, since people want to read them forwards.
record NewestMessages(Run run, Session session) {

    /// Takes entries one by one.
    interface Taker {
        /// @return whether more is wanted
        boolean take(Entry entry) throws InterruptedException;
    }

    void read(Slice slice, Isolation isolation, Set<Impact> consent, boolean newestFirst, Taker taker)
            throws FaultException, InterruptedException {
        long wanted = slice.last().orElseThrow();
        boolean backwards = session.describe(slice.channel()).profile().positions()
                == ChannelProfile.PositionKind.STABLE;
        if (!backwards) {
            run.remark(slice.channel() + " can only be read from its front: these are its first messages.");
        }
        Query query = new Query(slice.channel(), slice.partitions(),
                backwards ? new QueryRange.Newest() : new QueryRange.Oldest(), isolation, Optional.empty(), consent);
        try (QueryRun found = QueryRun.open(session, query, folder(), (int) Math.min(wanted, 500), m -> "")) {
            found.readMore(wanted);
            long size = found.rows().size();
            for (long i = 0; i < size; i++) {
                if (!taker.take(found.rows().entry(backwards == newestFirst ? i : size - 1 - i))) {
                    return;
                }
            }
        }
    }

    /// The cache, or the temporary folder where there is no cache to write to.
    private Path folder() throws FaultException {
        Path cache = run.engine().places().results();
        try {
            return Files.createDirectories(cache);
        } catch (IOException noCache) {
            try {
                return Files.createTempDirectory("brokerscope-results");
            } catch (IOException e) {
                throw new FaultException(FaultKind.FILE_ACCESS, "read.no-folder",
                        "Neither " + cache + " nor the temporary folder can be written.",
                        "Give a folder with TMPDIR or XDG_CACHE_HOME.", e);
            }
        }
    }
}
