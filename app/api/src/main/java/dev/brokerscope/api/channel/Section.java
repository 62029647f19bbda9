package dev.brokerscope.api.channel;

import java.util.List;

/// A titled part of a channel's details: configuration, state, groups.
///
/// @param id stable: `config`, `groups`, `state`
public record Section(String id, String title, List<Item> items, List<Section> children) {

    public Section {
        items = List.copyOf(items);
        children = List.copyOf(children);
    }

    public static Section of(String id, String title, List<Item> items) {
        return new Section(id, title, items, List.of());
    }
}
