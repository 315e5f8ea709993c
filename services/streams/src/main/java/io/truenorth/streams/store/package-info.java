/**
 * Write-behind: what changes lives decoded on the heap and is written once per commit. One class here, and no other, uses
 * an internal interface of Kafka Streams ({@code docs/adr/0006-write-behind-store.md}).
 */
@NullMarked
package io.truenorth.streams.store;

import org.jspecify.annotations.NullMarked;
