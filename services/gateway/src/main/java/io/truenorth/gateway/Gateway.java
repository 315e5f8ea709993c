package io.truenorth.gateway;

import io.truenorth.gateway.touchpoints.TouchpointEndpoint;
import io.truenorth.service.Service;
import io.truenorth.service.http.HttpServer;
import java.net.URI;

/**
 * A gateway, put together.
 *
 * @param service starts and stops it
 * @param http its server
 */
public record Gateway(Service service, HttpServer http) {

    /** Where touchpoints are posted, once the service runs. */
    public URI touchpoints() {
        return http.uri().resolve(TouchpointEndpoint.PATH);
    }
}
