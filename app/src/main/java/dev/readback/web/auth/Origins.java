package dev.readback.web.auth;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which {@code Host} and {@code Origin} headers are ours. A foreign host name means that somebody else's name was pointed at us (DNS rebinding); a foreign
 * origin means that somebody else's page is calling. Loopback names are ours on any port, as a tunnel shows us under another one. Immutable.
 */
public final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");
    private final Set<String> names = new HashSet<>(LOOPBACK);
    private final boolean everywhere;
    private final boolean secure;
    private final Optional<String> publicOrigin;

    /**
     * @param boundHost the host we listen on
     * @param publicUrl where people reach us from elsewhere
     * @param secure whether we speak HTTPS, and nothing else
     */
    public Origins(String boundHost, Optional<URI> publicUrl, boolean secure) {
        this.secure = secure;
        everywhere = ANY_ADDRESS.contains(boundHost);
        names.add(bracketed(boundHost).toLowerCase(Locale.ROOT));
        publicUrl.map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT)).ifPresent(names::add);
        publicOrigin = publicUrl.map(Origins::originOf);
    }

    /**
     * Whether a {@code Host} header names us.
     *
     * @param localAddress the address this connection came in on, which is ours too when we listen on all of them
     */
    public boolean ourHost(Optional<String> host, String localAddress) {
        return host.map(Origins::nameOf)
                .filter(name -> names.contains(name) || (everywhere && name.equals(bracketed(localAddress))))
                .isPresent();
    }

    /** Whether a call came as we speak. */
    public boolean asWeSpeak(boolean securely) {
        return securely || !secure;
    }

    /** Whether an {@code Origin} header, seen together with this {@code Host} header, is that of our own page. */
    public boolean ourOrigin(String origin, Optional<String> host) {
        String given = origin.toLowerCase(Locale.ROOT);
        return publicOrigin.filter(given::equals).isPresent()
                || host.map(name -> (secure ? "https://" : "http://") + name.toLowerCase(Locale.ROOT))
                        .filter(given::equals)
                        .isPresent();
    }

    private static String originOf(URI url) {
        int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    }

    private static String nameOf(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private static String bracketed(String address) {
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
