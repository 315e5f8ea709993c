package io.truenorth.dashboard.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds links of the page. */
public final class Hrefs {
    private Hrefs() {}

    /** A text, encoded for a query string. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
