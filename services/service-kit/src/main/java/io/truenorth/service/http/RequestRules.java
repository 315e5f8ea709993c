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
 * What Javalin does not get to see. It would route a request by {@code X-HTTP-Method-Override}, and the method of a request is
 * the one that proxies, logs and rules before us have seen; it would never answer CONNECT; and a body in chunks is nothing
 * that HTTP/1.0 has, so that a proxy before us may see two requests in it. Bodies have to come at a least rate.
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

    /** What follows on the connection may be a part of this request, and is not read. */
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
