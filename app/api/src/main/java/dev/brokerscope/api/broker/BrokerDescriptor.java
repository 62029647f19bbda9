package dev.brokerscope.api.broker;

import dev.brokerscope.api.channel.ChannelKind;
import java.util.List;

/// Who a plugin is.
///
/// @param id short and stable, stored in profiles and archives: `kafka`
/// @param name for people: `Apache Kafka`
/// @param clientLibrary name and version of what speaks the protocol
/// @param testedWith the lowest and highest broker version it was tried with, for people
/// @param registry whether a schema registry makes sense beside it
public record BrokerDescriptor(String id, String name, String version, String clientLibrary, String testedWith,
        boolean registry, List<ChannelKind> kinds) {

    public BrokerDescriptor {
        kinds = List.copyOf(kinds);
    }
}
