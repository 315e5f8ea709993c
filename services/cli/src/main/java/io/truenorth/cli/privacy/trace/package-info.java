/**
 * Looks for the identities of a person in bytes, wherever they are stored: in the records of topics and changelogs, in the files of
 * state stores, in other files; and compares what is found with what receipts allow.
 */
@NullMarked
package io.truenorth.cli.privacy.trace;

import org.jspecify.annotations.NullMarked;
