package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;
import java.util.Map;

/** The answer while partitions move or are restored. */
final class NotReady {
    private NotReady() {}

    static ProblemException because(String detail) {
        return new ProblemException(
                Problem.of(503, "not-ready", "Not ready", detail + "; try again in a moment"),
                Map.of("Retry-After", "1"));
    }
}
