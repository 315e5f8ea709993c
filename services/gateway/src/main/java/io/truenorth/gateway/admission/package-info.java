/**
 * Who may send what, and how much: {@link io.truenorth.gateway.admission.SourceAuthenticator} finds the source of a request by its
 * key or name, and its {@link io.truenorth.gateway.admission.SourceGuard} admits the request. {@link
 * io.truenorth.gateway.admission.CrossOrigin} answers browsers.
 */
@NullMarked
package io.truenorth.gateway.admission;

import org.jspecify.annotations.NullMarked;
