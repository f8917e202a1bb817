package io.switchboard.gateway.replies;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.canonical.ConnectionId;
import io.switchboard.connector.ConnectorDescriptor;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** One circuit breaker and one rate limiter per connection: a merchant's trouble is nobody else's. */
@Component
class Throttle {

    private final CircuitBreakerRegistry breakers;
    private final RateLimiterRegistry limiters = RateLimiterRegistry.ofDefaults();

    Throttle(RepliesProperties properties, MeterRegistry meters) {
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(70)
                .waitDurationInOpenState(properties.breakerWait())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
    }

    CircuitBreaker breaker(ConnectionId connection) {
        return breakers.circuitBreaker(connection.toString());
    }

    RateLimiter limiter(ConnectionId connection, ConnectorDescriptor descriptor) {
        return limiters.rateLimiter(
                connection.toString(), () -> perSecond(descriptor.limits().sendsPerSecond()));
    }

    private static RateLimiterConfig perSecond(double rate) {
        var calls = (int) Math.max(1, rate);
        var period = Duration.ofNanos((long) (1_000_000_000L * calls / rate));
        return RateLimiterConfig.custom()
                .limitForPeriod(calls)
                .limitRefreshPeriod(period)
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
