package io.switchboard.gateway.connections;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keyFile Tink keyset (JSON) that seals secrets at rest
 * @param keyset the same keyset as text, for environments that hand secrets over in variables; wins over the file
 * @param createKey whether a missing key file is created; for the sandbox only
 * @param refresh how often the registry looks at PostgreSQL
 */
@ConfigurationProperties("switchboard.connections")
record ConnectionsProperties(
        @DefaultValue("switchboard-keyset.json") Path keyFile,
        @DefaultValue("") String keyset,
        @DefaultValue("false") boolean createKey,
        @DefaultValue("5s") Duration refresh) {}
