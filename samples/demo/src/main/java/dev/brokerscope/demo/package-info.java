/// The demo: a real broker and a registry with sample messages, and the program shown with them.
@NullMarked
package dev.brokerscope.demo;

import org.jspecify.annotations.NullMarked;
