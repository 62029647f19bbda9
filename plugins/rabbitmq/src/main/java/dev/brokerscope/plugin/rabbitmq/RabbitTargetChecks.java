package dev.brokerscope.plugin.rabbitmq;

import dev.brokerscope.api.broker.Finding;
import dev.brokerscope.api.broker.Finding.Severity;
import dev.brokerscope.api.broker.TargetChecks;
import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.plugin.rabbitmq.connect.ChannelFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would go wrong with a restore, first whether there is a channel at all.
record RabbitTargetChecks(Families families) implements TargetChecks {

    @Override
    public List<Finding> check(RestoreIntent intent) throws FaultException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Optional<ChannelFamily> there = families.existing(intent.target());
        boolean stays = there.isPresent() && intent.existing() != Existing.REPLACE;
        ChannelFamily family =
                stays ? there.orElseThrow() : families.maker(intent.target(), intent.definition());
        String what = family.kind().singular() + " " + intent.target();
        if (stays) {
            findings.add(finding(intent, Severity.NOTE, "target.exists", "The " + what + " exists.", ""));
        } else if (intent.create() || there.isPresent()) {
            findings.add(finding(intent, Severity.PASSED, "target.created", "The " + what + " will be created.", ""));
        } else {
            findings.add(finding(intent, Severity.BLOCKS, "target.missing", "There is no " + what + ".",
                    "Create it, or let the restore create it."));
        }
        findings.addAll(family.check(intent, stays));
        return findings;
    }

    private static Finding finding(RestoreIntent intent, Severity severity, String code, String message,
            String remedy) {
        return new Finding(severity, code, intent.target(), message, remedy, Optional.empty());
    }
}
