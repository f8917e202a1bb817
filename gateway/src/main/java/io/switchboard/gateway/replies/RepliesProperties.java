package io.switchboard.gateway.replies;

import io.switchboard.canonical.AuthorKind;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param concurrency the most calls at once per connector, so that one slow platform holds up nobody else
 * @param attempts after how many deferred attempts a reply is refused
 * @param firstRetry wait before the second attempt; doubles from there, unless the platform says otherwise
 * @param longestRetry the most a wait grows to
 * @param ruleRepliesPerDay how many replies written by a rule each customer of a connection gets in 24 hours
 * @param botRepliesPerDay the same for a bot, which talks with the customer
 * @param breakerWait how long a connection whose calls keep failing is left alone
 */
@ConfigurationProperties("switchboard.replies")
record RepliesProperties(
        @DefaultValue("32") int concurrency,
        @DefaultValue("10") int attempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("1") int ruleRepliesPerDay,
        @DefaultValue("30") int botRepliesPerDay,
        @DefaultValue("30s") Duration breakerWait) {

    int automaticPerDay(AuthorKind writer) {
        return writer == AuthorKind.BOT ? botRepliesPerDay : ruleRepliesPerDay;
    }

    /** @param attempt the one that was deferred, from 1 */
    Duration waitAfter(int attempt) {
        var doubled = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(longestRetry) < 0 ? doubled : longestRetry;
    }
}
