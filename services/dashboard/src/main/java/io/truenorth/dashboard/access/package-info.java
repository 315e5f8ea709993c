/** Who may see what: roles, tokens of this service and of an OpenID provider, and a log of every look at a customer. */
@NullMarked
package io.truenorth.dashboard.access;

import org.jspecify.annotations.NullMarked;
