/// XML as XML: namespaces, attributes, mixed content, comments, CDATA and instructions, in any declared encoding. Document
/// types are never followed, entities never fetched.
@NullMarked
package dev.brokerscope.plugin.xml;

import org.jspecify.annotations.NullMarked;
