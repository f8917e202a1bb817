package io.switchboard.gateway.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param largest a file beyond that is rejected
 * @param concurrency the most fetches at once per connector
 * @param attempts after how many a fetch is given up
 * @param firstRetry wait before the second attempt; doubles from there
 */
@ConfigurationProperties("switchboard.media")
record MediaProperties(
        @DefaultValue("25MB") DataSize largest,
        @DefaultValue("8") int concurrency,
        @DefaultValue("8") int attempts,
        @DefaultValue("2s") Duration firstRetry) {}
