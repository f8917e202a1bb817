package io.switchboard.gateway.connections;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.switchboard.connector.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * Secrets at rest: AES-256-GCM (Tink), bound to tenant, connection and name, so that a sealed value copied elsewhere does not
 * open (ASVS 5.0, 11.3.2).
 */
@Component
class SecretSeal {

    private final Aead aead;

    SecretSeal(ConnectionsProperties properties) throws GeneralSecurityException, IOException {
        AeadConfig.register();
        this.aead = keyset(properties).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] close(Secret secret, String context) {
        try {
            return aead.encrypt(secret.key(), context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a secret could not be sealed", impossible);
        }
    }

    Secret open(byte[] sealed, String context) {
        try {
            return Secret.of(
                    new String(aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKey) {
            throw new IllegalStateException(
                    "a stored secret does not open with the configured key; was switchboard.connections.key-file changed?",
                    wrongKey);
        }
    }

    private static KeysetHandle keyset(ConnectionsProperties properties) throws GeneralSecurityException, IOException {
        if (!properties.keyset().isBlank()) {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    properties.keyset(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        }
        var file = properties.keyFile();
        if (Files.notExists(file)) {
            if (!properties.createKey()) {
                throw new IllegalStateException("no key to open secrets with: " + file.toAbsolutePath()
                        + " does not exist; set switchboard.connections.key-file or switchboard.connections.keyset");
            }
            create(file);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void create(Path file) throws GeneralSecurityException, IOException {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                file,
                TinkJsonProtoKeysetFormat.serializeKeyset(
                        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }
}
