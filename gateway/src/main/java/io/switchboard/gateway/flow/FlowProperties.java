package io.switchboard.gateway.flow;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this process runs the flow; another may, while this one is edge only
 * @param instance names this process among its peers and stays the same over restarts, such as a pod's ordinal; Kafka fences a
 *     former process of the same name
 * @param consumers threads per connector
 * @param batch the most deliveries of one transaction
 * @param publish whether offsets move in one transaction with the events, or after them
 */
@ConfigurationProperties("switchboard.flow")
record FlowProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0") String instance,
        @DefaultValue("2") int consumers,
        @DefaultValue("500") int batch,
        @DefaultValue("exactly-once") Publish publish) {

    /** What readers of committed records may rely on. */
    enum Publish {
        EXACTLY_ONCE,
        AT_LEAST_ONCE
    }

    /** One consumer group per connector. */
    static String group(String connector) {
        return "switchboard." + connector;
    }
}
