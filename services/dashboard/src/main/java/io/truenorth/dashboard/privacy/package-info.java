/** What was erased, which the dashboard forgets, and the receipts of requests to erase customers and to set consent. */
@NullMarked
package io.truenorth.dashboard.privacy;

import org.jspecify.annotations.NullMarked;
