package io.truenorth.service.http;

import java.net.http.HttpClient;
import java.time.Duration;

/** Creates the HTTP clients with which services and commands call services. */
public final class HttpClients {
    private HttpClients() {}

    /** A client for HTTP/1.1, which services support, that does not follow redirects. */
    public static HttpClient withConnectTimeout(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }
}
