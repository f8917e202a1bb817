package io.switchboard.sandbox.bench.hub;

import io.switchboard.gateway.GatewayApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Main class of a gateway's process: the gateway as it is, and the merchants {@code 0…bench.merchants-1} connected. */
public final class BenchGateway {

    private BenchGateway() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(GatewayApplication.class)
                .sources(Merchants.class)
                .run(arguments);
    }
}
