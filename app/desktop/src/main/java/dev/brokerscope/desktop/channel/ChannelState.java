package dev.brokerscope.desktop.channel;

import dev.brokerscope.api.fault.Fault;
import dev.brokerscope.desktop.message.ChannelReading;

/// Whether the channel's description is there.
sealed interface ChannelState {

    record Loading() implements ChannelState {}

    record Ready(ChannelReading reading) implements ChannelState {}

    record Failed(Fault fault) implements ChannelState {}
}
