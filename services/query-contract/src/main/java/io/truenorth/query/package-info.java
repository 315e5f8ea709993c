/**
 * The contract of the queries over HTTP: a record for each answer of the streams service, the status of every service, their
 * form in JSON, and one client. The streams service writes these records; the dashboard and the command line read them.
 */
@NullMarked
package io.truenorth.query;

import org.jspecify.annotations.NullMarked;
