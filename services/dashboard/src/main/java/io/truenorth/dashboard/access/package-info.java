/** Authentication and authorization: roles, tokens of this service and of an OpenID provider, and the audit log. */
@NullMarked
package io.truenorth.dashboard.access;

import org.jspecify.annotations.NullMarked;
