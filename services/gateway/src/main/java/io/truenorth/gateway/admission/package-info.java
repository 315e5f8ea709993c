/**
 * Who may send what, and how much: {@link io.truenorth.gateway.admission.Admission} finds the {@link
 * io.truenorth.gateway.admission.Sender} of a request by its key, and lets browsers in from the pages that a sender lists.
 */
@NullMarked
package io.truenorth.gateway.admission;

import org.jspecify.annotations.NullMarked;
