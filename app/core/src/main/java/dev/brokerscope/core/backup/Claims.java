package dev.brokerscope.core.backup;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.archive.Checkpoint;
import dev.brokerscope.archive.Shards;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The partitions that a worker reads in one volume, with their locks.
record Claims(List<Checkpoint> claimed, List<Shards.Claim> locks) implements AutoCloseable {

    /// Those of the wanted ones that nobody else has.
    static Claims of(Shards shards, List<Checkpoint> wanted) throws FaultException {
        Claims claims = new Claims(new ArrayList<>(), new ArrayList<>());
        try {
            for (Checkpoint checkpoint : wanted) {
                Optional<Shards.Claim> claim = shards.claim(checkpoint.channel(), checkpoint.begin().partition());
                if (claim.isPresent()) {
                    claims.claimed.add(checkpoint);
                    claims.locks.add(claim.get());
                }
            }
            return claims;
        } catch (FaultException e) {
            claims.close();
            throw e;
        }
    }

    boolean any() {
        return !claimed.isEmpty();
    }

    boolean hold(Checkpoint checkpoint) {
        return claimed.stream().anyMatch(c -> c.channel().equals(checkpoint.channel())
                && c.begin().partition() == checkpoint.begin().partition());
    }

    @Override
    public void close() {
        locks.forEach(Shards.Claim::close);
    }
}
