package dev.brokerscope.core.restore;

import dev.brokerscope.api.broker.PublishRequest.Partitioning;
import dev.brokerscope.archive.Verification;
import dev.brokerscope.core.pace.RateLimit;
import dev.brokerscope.core.query.FilterWords;
import dev.brokerscope.core.slice.Naming;
import dev.brokerscope.core.slice.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What to restore, and as what.
///
/// @param clusterId the one target this plan is for; refused elsewhere
/// @param resume whether an interrupted restore of the same plan is continued behind what its journal says
public record RestorePlan(Path archive, RestoreScope scope, Naming naming, WriteRules writing, TargetRules target,
        Care care, Optional<String> clusterId, boolean resume) {

    /// What happens to a target that holds messages.
    public enum IntoExisting {
        REFUSE, APPEND,
        /// It is deleted with all its messages and made anew.
        RECREATE
    }

    /// Everything, under the same names, creating what is missing, refusing what holds messages.
    ///
    /// @param clusterId of the target's session
    public static RestorePlan of(Path archive, Optional<String> clusterId) {
        return new RestorePlan(archive, RestoreScope.EVERYTHING, Naming.SAME, WriteRules.STANDARD,
                TargetRules.STANDARD, Care.STANDARD, clusterId, false);
    }

    private RestorePlan scoped(RestoreScope other) {
        return new RestorePlan(archive, other, naming, writing, target, care, clusterId, resume);
    }

    private RestorePlan targeting(TargetRules other) {
        return new RestorePlan(archive, scope, naming, writing, other, care, clusterId, resume);
    }

    public RestorePlan named(Naming other) {
        return new RestorePlan(archive, scope, other, writing, target, care, clusterId, resume);
    }

    public RestorePlan writing(WriteRules other) {
        return new RestorePlan(archive, scope, naming, other, target, care, clusterId, resume);
    }

    public RestorePlan caring(Care other) {
        return new RestorePlan(archive, scope, naming, writing, target, other, clusterId, resume);
    }

    public RestorePlan resuming(boolean resumed) {
        return new RestorePlan(archive, scope, naming, writing, target, care, clusterId, resumed);
    }

    public RestorePlan only(List<Slice> some) {
        return scoped(scope.only(some));
    }

    public RestorePlan filtered(Optional<FilterWords> words) {
        return scoped(scope.filtered(words));
    }

    public RestorePlan partitioned(Partitioning other) {
        return writing(writing.partitioned(other));
    }

    public RestorePlan mapped(PartitionMap map) {
        return writing(writing.mapped(map));
    }

    public RestorePlan transactional(boolean inTransactions) {
        return writing(writing.transactional(inTransactions));
    }

    public RestorePlan limited(RateLimit limit) {
        return writing(writing.limited(limit));
    }

    public RestorePlan into(IntoExisting other, boolean creating) {
        return targeting(target.into(other, creating));
    }

    /// With a person's word for what `RECREATE` deletes.
    public RestorePlan confirmed(boolean agreed) {
        return targeting(target.confirmed(agreed));
    }

    public RestorePlan replicated(Optional<Integer> copies) {
        return targeting(target.replicated(copies));
    }

    public RestorePlan fixing(Set<String> codes) {
        return targeting(target.fixing(codes));
    }

    public RestorePlan with(boolean withGroups, boolean comparing) {
        return scoped(scope.with(withGroups)).caring(care.comparing(comparing));
    }

    public RestorePlan verifying(Optional<Verification.Level> level) {
        return caring(care.verifying(level));
    }

    public List<Slice> slices() {
        return scope.slices();
    }

    public boolean groups() {
        return scope.groups();
    }

    public Partitioning partitioning() {
        return writing.partitioning();
    }

    public IntoExisting intoExisting() {
        return target.intoExisting();
    }

    public boolean create() {
        return target.create();
    }

    public Optional<Integer> replication() {
        return target.replication();
    }

    public Set<String> fixes() {
        return target.fixes();
    }

    public boolean compare() {
        return care.compare();
    }

    /// Names the journal: the same for the same words, so that an interrupted restore is found again.
    public String id() {
        return PlanId.of(this);
    }

    /// The command line that does the same.
    ///
    /// @param where how the target is reached: `--connection orders-prod`
    public String command(List<String> where) {
        return new RestoreCommandText(this).text(where);
    }
}
