package dev.readback.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * The page and its assets, out of the jar. Assets carry a hash in their names and may be kept for ever; the page itself is always asked for anew.
 * A browser that goes to an address of a view gets the page also where a program that asks for the same address gets data.
 */
final class PageRoutes {
    private static final Set<String> VIEWS = Set.of("talk", "tasks", "sessions", "memory", "audit", "settings");
    private static final Set<String> NOT_VIEWS = Set.of(
            "assets",
            "favicon.svg",
            "manifest.webmanifest",
            "service-worker.js",
            "events",
            "health",
            "voice",
            "metrics",
            "openapi.yaml");
    private static final Pattern ASSET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    List<Route> routes() {
        return List.of(
                Route.get("/", context -> serve(context, "index.html", "no-cache")),
                Route.get("/favicon.svg", context -> serve(context, "favicon.svg", "no-cache")),
                Route.get("/manifest.webmanifest", context -> serve(context, "manifest.webmanifest", "no-cache")),
                Route.get("/service-worker.js", context -> serve(context, "service-worker.js", "no-cache")),
                Route.get("/assets/{name}", this::asset));
    }

    /** Whether a browser goes there to see the page, rather than a program asking for data. */
    static boolean isVisit(Context context) {
        boolean wantsPage = Optional.ofNullable(context.header("Accept"))
                .filter(accepted -> accepted.contains("text/html"))
                .isPresent();
        return wantsPage && READING.contains(context.method()) && !NOT_VIEWS.contains(firstSegment(context.path()));
    }

    /** Gives a visitor the page and nothing else: it then shows the view that its address names, or says that there is none. */
    void welcome(Context context) {
        if (isVisit(context)) {
            serve(context, "index.html", "no-cache");
            context.header("Vary", "Accept, Accept-Encoding");
            String view = firstSegment(context.path());
            context.status(view.isEmpty() || VIEWS.contains(view) ? 200 : 404);
            context.skipRemainingHandlers();
        }
    }

    private static String firstSegment(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }

    private void asset(Context context) {
        String name = context.pathParam("name");
        if (!ASSET.matcher(name).matches()) {
            throw new Refused("not_found", "There is nothing here.");
        }
        serve(context, "assets/" + name, FOR_EVER);
    }

    private void serve(Context context, String name, String caching) {
        Asset asset = find(name).orElseThrow(() -> missing(name));
        context.header("Cache-Control", caching)
                .header("Vary", "Accept-Encoding")
                .contentType(asset.type());
        boolean zipped = Optional.ofNullable(context.header("Accept-Encoding"))
                .filter(accepted -> accepted.contains("gzip"))
                .isPresent();
        if (zipped) {
            context.header("Content-Encoding", "gzip");
        }
        context.result(zipped ? asset.zipped() : asset.plain());
    }

    private static Refused missing(String name) {
        return name.equals("index.html")
                ? new Refused("page_not_built", "The page is not part of this build; run mvn package.")
                : new Refused("not_found", "There is nothing here.");
    }

    private Optional<Asset> find(String name) {
        Optional<Asset> known = Optional.ofNullable(assets.get(name));
        if (known.isPresent()) {
            return known;
        }
        Optional<Asset> loaded = load(name);
        loaded.ifPresent(asset -> assets.put(name, asset));
        return loaded;
    }

    private static Optional<Asset> load(String name) {
        try (InputStream in = PageRoutes.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return Optional.of(new Asset(TYPES.getOrDefault(ending, "application/octet-stream"), plain, zip(plain)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] zip(byte[] plain) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        }
        return zipped.toByteArray();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, only written out
    private record Asset(String type, byte[] plain, byte[] zipped) {}
}
