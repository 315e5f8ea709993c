package io.truenorth.dashboard.api.response;

import io.truenorth.dashboard.access.Role;

/** {@code GET /v1/me}: who sent the request, and what they may see. */
public record PrincipalResponse(String name, Role role) {}
