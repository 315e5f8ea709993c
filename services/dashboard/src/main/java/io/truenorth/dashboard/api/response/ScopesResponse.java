package io.truenorth.dashboard.api.response;

import java.util.List;

/** {@code GET /v1/scopes}. */
public record ScopesResponse(List<ScopeSummary> scopes) {}
