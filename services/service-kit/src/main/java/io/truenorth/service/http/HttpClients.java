package io.truenorth.service.http;

import java.net.http.HttpClient;
import java.time.Duration;

/** Makes the HTTP clients by which services and commands call services. */
public final class HttpClients {
    private HttpClients() {}

    /** A client of HTTP/1.1, which is what services speak, that follows no redirects. */
    public static HttpClient withConnectTimeout(Duration timeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }
}
