package io.switchboard.gateway.flow;

import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Each merchant's share of the fast way, over all its connections whose partitions this process reads. */
@Component
class Shares {

    private final RateLimiterRegistry shares;

    Shares(SlowLaneProperties properties) {
        this.shares = RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(properties.burst())
                .limitRefreshPeriod(Duration.ofMillis(1000L * properties.burst() / properties.perSecond()))
                .timeoutDuration(Duration.ZERO)
                .build());
    }

    /** Takes one delivery's part of it, when there is one left. */
    boolean take(String tenant) {
        return shares.rateLimiter(tenant).acquirePermission();
    }
}
