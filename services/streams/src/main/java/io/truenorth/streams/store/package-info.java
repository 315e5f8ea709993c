/**
 * The write-behind store: changes are kept decoded on the heap and written once per commit. Uses an internal interface
 * of Kafka Streams, in one class ({@code docs/adr/0006-write-behind-store.md}).
 */
@NullMarked
package io.truenorth.streams.store;

import org.jspecify.annotations.NullMarked;
