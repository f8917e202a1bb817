package io.switchboard.gateway.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A certificate for {@code localhost} (not for 127.0.0.1) that nobody but {@link #trusting} trusts. */
public final class TestTls {

    private static final String PASSWORD = "changeit";

    private static @Nullable TestTls made;

    private final KeyStore keys;

    private TestTls(KeyStore keys) {
        this.keys = keys;
    }

    /** The same for all tests of this JVM: making a key takes a second. */
    public static synchronized TestTls localhost() throws IOException, InterruptedException, GeneralSecurityException {
        var known = made;
        if (known == null) {
            known = new TestTls(make());
            made = known;
        }
        return known;
    }

    private static KeyStore make() throws IOException, InterruptedException, GeneralSecurityException {
        var folder = Files.createTempDirectory("tls");
        var file = folder.resolve("localhost.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var ended = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("keytool ended with " + ended);
        }
        var keys = KeyStore.getInstance("PKCS12");
        try (var stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        Files.delete(file);
        Files.delete(folder);
        return keys;
    }

    /** For the server's side. */
    public SSLContext serving() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** For a client that believes this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
        trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
