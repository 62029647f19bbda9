package dev.brokerscope.api.channel;

/// Where a setting's value comes from.
public enum SettingOrigin {
    /// Set on this channel.
    SET,
    /// Set for the cluster or a broker.
    INHERITED, DEFAULT,
    /// Not a setting: the state of the broker.
    STATE
}
