package io.truenorth.cli.privacy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Consent to set.
 *
 * @param place where it stands, for messages: a file and its line, or an option
 * @param identity {@code namespace:value}, as typed
 * @param scoring whether it is given; empty to leave it
 * @param activation the same
 */
record ConsentChange(String place, String identity, Optional<Boolean> scoring, Optional<Boolean> activation) {

    /** The fields of the request. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("identity", identity);
        scoring.ifPresent(given -> fields.put("scoring", given));
        activation.ifPresent(given -> fields.put("activation", given));
        return fields;
    }
}
