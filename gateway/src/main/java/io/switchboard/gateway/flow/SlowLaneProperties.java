package io.switchboard.gateway.flow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param perSecond deliveries of one merchant that go the fast way, in the long run; what is more goes the slow way
 * @param burst how many may come at once
 */
@ConfigurationProperties("switchboard.slow-lane")
record SlowLaneProperties(
        @DefaultValue("200") int perSecond,
        @DefaultValue("2000") int burst) {}
