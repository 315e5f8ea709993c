package io.truenorth.service.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Normalizes and rejects requests before Javalin: {@code X-HTTP-Method-Override} is removed, as proxies and logs see
 * the actual method; CONNECT is answered; chunked bodies in HTTP/1.0 are rejected, as a proxy may see two requests
 * in one (request smuggling). Enforces a minimum rate of bodies.
 */
final class RequestRules extends Handler.Wrapper {
    private static final String OVERRIDE = "X-HTTP-Method-Override";

    private final Problems problems;

    RequestRules(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getMethod().equals("CONNECT")) {
            return reject(HttpStatus.NOT_IMPLEMENTED_501, request, response, callback);
        }
        boolean chunks = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (chunks && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            return reject(HttpStatus.BAD_REQUEST_400, request, response, callback);
        }
        boolean overrides = request.getHeaders().contains(OVERRIDE);
        return super.handle(new RateLimitedBody(overrides ? new Plain(request) : request), response, callback);
    }

    /** Closes the connection: what follows may be part of this request. */
    private boolean reject(int status, Request request, Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        return problems.handle(request, response, callback);
    }

    /** The request without the header. */
    private static final class Plain extends Request.Wrapper {
        private final HttpFields headers;

        Plain(Request request) {
            super(request);
            headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
