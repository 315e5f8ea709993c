package io.truenorth.dashboard.upstream;

import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Another service, as this one reaches it.
 *
 * @param url where it is, without a path
 * @param token what it asks for
 */
public record UpstreamConfig(URI url, Optional<Secret> token) {

    /** Reads the section of a service. */
    public static UpstreamConfig read(ConfigSection section, String usual, String service) {
        String url = section.text("url", usual, "Where the " + service + " is.");
        Optional<Secret> token = section.secret("token", "The token that the " + service + " asks for.");
        if (!url.matches("https?://[^/\\s]+/?")) {
            section.refuse("url", "expected http://host:port, was " + url);
            return new UpstreamConfig(URI.create(usual), token);
        }
        return new UpstreamConfig(URI.create(url.replaceFirst("/$", "")), token);
    }

    /** The address of a path there. */
    URI at(String path) {
        return URI.create(url + path);
    }
}
