package io.truenorth.dashboard.api;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.truenorth.service.http.Access;
import io.truenorth.service.http.Endpoints;
import io.truenorth.service.http.QueryParameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page: files of the class path's {@code /page}. Its views are addresses of their own, all answered by the one page. It
 * holds nothing of any customer, so that whoever has no token yet can be asked for it.
 */
final class PageEndpoint implements Endpoints {
    private static final String FOLDER = "/page";
    private static final String INDEX = "/index.html";
    private static final List<String> VIEWS = List.of(
            "/",
            "/objectives",
            "/channels",
            "/segments",
            "/segments/{attribute}",
            "/customers",
            "/customers/{id}",
            "/identities",
            "/privacy",
            "/privacy/{requestId}",
            "/pipeline");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "png", "image/png",
            "woff2", "font/woff2");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final Map<String, Optional<Asset>> assets = new ConcurrentHashMap<>();

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        VIEWS.forEach(view -> routes.get(view, ctx -> answer(ctx, INDEX), Access.OPEN, QueryParameters.any()));
        routes.get("/assets/<file>", ctx -> answer(ctx, "/assets/" + ctx.pathParam("file")), Access.OPEN);
    }

    private void answer(Context ctx, String file) {
        Asset asset = find(file).orElseThrow(() -> QueryValues.unknown("the page has no " + file));
        ctx.header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Encoding")
                .header("ETag", asset.tag());
        if (asset.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType(asset.type()).result(asset.content());
        }
    }

    private Optional<Asset> find(String file) {
        if (file.contains("..") || file.contains("//")) {
            return Optional.empty();
        }
        Optional<Asset> known = assets.get(file);
        if (known != null) {
            return known;
        }
        Optional<Asset> loaded = load(file);
        // Missing files are not cached: a client could ask for any number of names.
        loaded.ifPresent(asset -> assets.put(file, loaded));
        return loaded;
    }

    private static Optional<Asset> load(String file) {
        try (InputStream in = PageEndpoint.class.getResourceAsStream(FOLDER + file)) {
            String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
            if (in == null || type == null) {
                return Optional.empty();
            }
            byte[] content = in.readAllBytes();
            return Optional.of(new Asset(content, type, '"' + digest(content) + '"'));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Asset(byte[] content, String type, String tag) {}
}
