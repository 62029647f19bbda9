package dev.brokerscope.core.backup;

/// What a backup keeps beside messages and the settings of their channels.
///
/// @param schemas whether schemas that messages name are fetched and embedded
/// @param groups whether the positions of consumer groups are kept
/// @param objects whether access rules, quotas and the like of the cluster are kept
public record Extras(boolean schemas, boolean groups, boolean objects) {

    public static final Extras ALL = new Extras(true, true, true);
}
