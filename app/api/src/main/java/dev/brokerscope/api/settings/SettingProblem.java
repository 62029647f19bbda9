package dev.brokerscope.api.settings;

/// What is wrong with one setting, as a sentence.
public record SettingProblem(String key, String message) {}
