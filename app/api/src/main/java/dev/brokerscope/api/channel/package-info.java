/// Where messages live: channels, their partitions, counts, settings, and the profile that says what reading does.
@NullMarked
package dev.brokerscope.api.channel;

import org.jspecify.annotations.NullMarked;
