package io.truenorth.dashboard.upstream;

import io.truenorth.query.ServiceInstances;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.Secret;
import io.truenorth.service.http.HttpClients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of another service that this one calls.
 *
 * @param instances the base URLs of its instances, without a path; one or more
 * @param token the bearer token that they require
 */
public record UpstreamConfig(List<URI> instances, Optional<Secret> token) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** The instances are copied. */
    public UpstreamConfig {
        instances = List.copyOf(instances);
    }

    /**
     * The instances of the service.
     *
     * @param service its name in messages
     * @param timeout the maximum duration of a request
     */
    public ServiceInstances connect(String service, Duration timeout) {
        return new ServiceInstances(
                HttpClients.withConnectTimeout(CONNECT_TIMEOUT),
                service,
                instances,
                token.map(Secret::reveal),
                timeout);
    }

    /** Reads the section of a service. */
    public static UpstreamConfig read(ConfigSection section, String usual, String service) {
        String urls =
                section.text("url", usual, "The URL of the " + service + "; several instances separated by commas.");
        Optional<Secret> token = section.secret("token", "The bearer token that the " + service + " requires.");
        List<String> instances =
                Stream.of(urls.split(",", -1)).map(String::strip).toList();
        for (String url : instances) {
            if (!url.matches("https?://[^/\\s]+/?")) {
                section.reject("url", "expected http://host:port, was " + url);
                return new UpstreamConfig(List.of(URI.create(usual)), token);
            }
        }
        return new UpstreamConfig(
                instances.stream()
                        .map(url -> URI.create(url.replaceFirst("/$", "")))
                        .toList(),
                token);
    }
}
