/// What a channel's profile says, in words and icons: what reading does to the broker, what a restore keeps.
@NullMarked
package dev.brokerscope.desktop.profile;

import org.jspecify.annotations.NullMarked;
