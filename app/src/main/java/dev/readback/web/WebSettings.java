package dev.readback.web;

import dev.readback.web.tls.TlsIdentity;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param host the address to listen on, and only on that; {@code 127.0.0.1} by default
 * @param port 0 for a free one
 * @param token what programs send as {@code Authorization: Bearer}; not blank
 * @param publicUrl where people reach us from elsewhere, such as {@code https://readback.example.org}
 * @param logins the file that keeps browsers logged in over a restart; without it they log in again
 * @param version of Readback, as shown by {@code /health}
 * @param heartbeat how often an idle event stream shows that it is alive
 * @param tls who the server shows itself to be, where it speaks HTTPS itself; else it speaks HTTP
 * @param voice how much a voice connection may ask of us
 */
public record WebSettings(
        String host,
        int port,
        String token,
        Optional<URI> publicUrl,
        Optional<Path> logins,
        String version,
        Duration heartbeat,
        Optional<TlsIdentity> tls,
        VoiceLimits voice) {
    public static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Over HTTP, with the usual limits for voice connections. */
    public WebSettings(
            String host,
            int port,
            String token,
            Optional<URI> publicUrl,
            Optional<Path> logins,
            String version,
            Duration heartbeat) {
        this(host, port, token, publicUrl, logins, version, heartbeat, Optional.empty(), VoiceLimits.USUAL);
    }

    /** Whether browsers reach the page by HTTPS, from us or from what stands before us. */
    boolean reachedByHttps() {
        return tls.isPresent()
                || publicUrl.filter(url -> "https".equals(url.getScheme())).isPresent();
    }

    public WebSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + ", not 0 to 65535");
        }
        if (token.isBlank()) {
            throw new IllegalArgumentException("token is blank");
        }
    }
}
