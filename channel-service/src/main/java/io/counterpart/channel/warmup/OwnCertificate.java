package io.counterpart.channel.warmup;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.springframework.boot.ssl.SslBundle;

/**
 * Trusts the certificates of one bundle themselves, whatever their host name and issuer: the service calls itself by an
 * address that its certificate need not have.
 */
final class OwnCertificate extends X509ExtendedTrustManager {

    private final Set<Certificate> own;

    private OwnCertificate(Set<Certificate> own) {
        this.own = own;
    }

    static SSLContext contextOf(SslBundle bundle) {
        try {
            var context = SSLContext.getInstance(bundle.getProtocol());
            context.init(
                    bundle.getManagers().getKeyManagers(),
                    new TrustManager[] {new OwnCertificate(certificates(bundle))},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate of the server cannot be read", e);
        }
    }

    private static Set<Certificate> certificates(SslBundle bundle) throws GeneralSecurityException {
        KeyStore store = Objects.requireNonNull(bundle.getStores().getKeyStore(), "A server has a key store");
        var found = new HashSet<Certificate>();
        for (String alias : Collections.list(store.aliases())) {
            found.add(store.getCertificate(alias));
        }
        return found;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0 || !own.contains(chain[0])) {
            throw new CertificateException("Not the certificate of this server");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("No server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("No server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("No server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
