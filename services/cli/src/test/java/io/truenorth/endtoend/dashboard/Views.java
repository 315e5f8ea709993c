package io.truenorth.endtoend.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the views of the page are. */
final class Views {
    private Views() {}

    static List<String> all(String somebody) {
        return List.of(
                "/",
                "/objectives",
                "/channels",
                "/segments",
                "/segments/tier",
                "/customers",
                "/identities",
                "/pipeline",
                "/privacy",
                customer(somebody));
    }

    static String customer(String id) {
        return "/customers/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
