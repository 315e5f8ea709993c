package io.truenorth.gateway.sources.signature;

import io.truenorth.gateway.sources.signature.RequestLocation.Fragment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a request was signed. A request outside the window is rejected: it may be a replay.
 *
 * @param fragment where the time is
 * @param form how it is written
 * @param window how far from now it may be, both ways
 */
record SignedTime(Fragment fragment, Form form, Duration window) {

    /** How a time is written. */
    enum Form {
        SECONDS("epoch seconds"),
        MILLIS("epoch milliseconds"),
        ISO("ISO 8601");

        private static final Pattern COUNT = Pattern.compile("\\d{1,14}");

        private final String shown;

        Form(String shown) {
            this.shown = shown;
        }

        private Optional<Instant> read(String text) {
            if (this == ISO) {
                return readIso(text);
            }
            if (!COUNT.matcher(text).matches()) {
                return Optional.empty();
            }
            long count = Long.parseLong(text);
            return Optional.of(this == MILLIS ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count));
        }

        private static Optional<Instant> readIso(String text) {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** The time as it is written, and signed. */
    Optional<String> text(RawRequest request) {
        return fragment.in(request).stream().findFirst();
    }

    /** Why the request is rejected; empty if it was signed within the window. */
    Optional<String> rejection(RawRequest request, Instant now) {
        Optional<String> found = text(request);
        if (found.isEmpty()) {
            return Optional.of("expected the time of signing in " + fragment.shown() + ", but missing");
        }
        Optional<Instant> signed = form.read(found.get());
        if (signed.isEmpty()) {
            return Optional.of("expected the time of signing in " + fragment.shown() + " in " + form.shown);
        }
        Duration age = Duration.between(signed.get(), now);
        if (age.abs().compareTo(window) <= 0) {
            return Optional.empty();
        }
        return Optional.of("signed " + age.abs().toSeconds() + " s " + (age.isNegative() ? "ahead" : "ago")
                + ", expected within " + window.toSeconds() + " s");
    }
}
