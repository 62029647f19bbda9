package dev.brokerscope.api.channel;

/// One line of details.
///
/// @param key the broker's own name of it (`retention.ms`)
/// @param sensitive never shown, stored or exported in clear
public record Item(String key, String label, Fact fact, SettingOrigin origin, boolean sensitive) {

    public static Item of(String key, String label, Fact fact) {
        return new Item(key, label, fact, SettingOrigin.STATE, false);
    }
}
