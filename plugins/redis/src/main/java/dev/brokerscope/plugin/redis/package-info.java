/// Redis Streams. An entry's fields are bytes with duplicates and order, so commands are sent and read raw.
@NullMarked
package dev.brokerscope.plugin.redis;

import org.jspecify.annotations.NullMarked;
