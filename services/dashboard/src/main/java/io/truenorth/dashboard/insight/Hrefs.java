package io.truenorth.dashboard.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of addresses of the page. */
public final class Hrefs {
    private Hrefs() {}

    /** A text as it stands in a query. */
    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
