package io.truenorth.gateway.source.signature;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When a request was signed. One that is older than the window, or further ahead, is refused: somebody may have kept it to
 * send it again.
 *
 * @param fragment where the time stands
 * @param millis whether it counts milliseconds or seconds
 * @param window how far from now it may be, both ways
 */
record SignedTime(Fragment fragment, boolean millis, Duration window) {

    private static final Pattern FORM = Pattern.compile("\\d{1,14}");

    /** The time as it is written, and signed. */
    Optional<String> text(RawRequest request) {
        return fragment.in(request).stream().findFirst();
    }

    /** Why the request is not believed to be of now, if it is not. */
    Optional<String> rejection(RawRequest request, Instant now) {
        List<String> found = fragment.in(request);
        if (found.isEmpty()) {
            return Optional.of("expected the time of signing in " + fragment.shown() + ", but missing");
        }
        if (!FORM.matcher(found.get(0)).matches()) {
            return Optional.of("expected the time of signing in " + fragment.shown() + " in epoch "
                    + (millis ? "milliseconds" : "seconds"));
        }
        long written = Long.parseLong(found.get(0));
        Duration age = Duration.between(millis ? Instant.ofEpochMilli(written) : Instant.ofEpochSecond(written), now);
        if (age.abs().compareTo(window) <= 0) {
            return Optional.empty();
        }
        return Optional.of("signed " + age.abs().toSeconds() + " s " + (age.isNegative() ? "ahead" : "ago")
                + ", expected within " + window.toSeconds() + " s");
    }

    Stream<String> headers() {
        return fragment.place().header();
    }
}
