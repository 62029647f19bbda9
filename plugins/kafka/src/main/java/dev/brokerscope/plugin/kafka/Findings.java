package dev.brokerscope.plugin.kafka;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks.RestoreIntent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The findings about one target while they are collected.
final class Findings {

    private final RestoreIntent intent;
    private final List<Finding> list = new ArrayList<>();

    Findings(RestoreIntent intent) {
        this.intent = intent;
    }

    RestoreIntent intent() {
        return intent;
    }

    List<Finding> list() {
        return List.copyOf(list);
    }

    void add(Severity severity, String code, String message, String remedy) {
        list.add(new Finding(severity, code, intent.target(), message, remedy, Optional.empty()));
    }

    /// With the setting that would mend it.
    void add(Severity severity, String code, String message, String remedy, String setting, String value) {
        list.add(new Finding(severity, code, intent.target(), message, remedy,
                Optional.of(new Finding.Setting(setting, value))));
    }
}
