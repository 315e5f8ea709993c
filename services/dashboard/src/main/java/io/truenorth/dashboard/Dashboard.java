package io.truenorth.dashboard;

import io.truenorth.service.Service;
import io.truenorth.service.http.HttpServer;

/**
 * A dashboard, put together.
 *
 * @param service starts and stops it
 * @param http its server
 */
public record Dashboard(Service service, HttpServer http) {}
