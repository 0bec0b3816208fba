package dev.readback.web;

import dev.readback.web.tls.TlsIdentity;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A port that speaks HTTPS, and understands plain HTTP well enough to say so. */
final class Listening {

    private Listening() {}

    static Connector tls(Server server, HttpConfiguration http, WebSettings settings, TlsIdentity identity) {
        HttpConfiguration secure = new HttpConfiguration(http);
        // Whether a name is ours is the doorkeeper's to tell; addresses have no server name indication.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory plain = new HttpConnectionFactory(secure);
        SslConnectionFactory ssl = new SslConnectionFactory(context(identity), plain.getProtocol());
        ServerConnector connector = new ServerConnector(server, new DetectorConnectionFactory(ssl), plain);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(http.getIdleTimeout());
        return connector;
    }

    private static SslContextFactory.Server context(TlsIdentity identity) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(identity.keyStore());
        context.setKeyStorePassword(identity.password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return context;
    }
}
