/**
 * What a connector must prove, and what its tests need for it.
 *
 * <p>A connector's test class extends {@link io.switchboard.connector.testkit.ConnectorContractTest}, names its provider,
 * connection, secrets and signer, and puts deliveries as raw HTTP requests into {@code src/test/resources/deliveries/<case>.http}.
 * Everything else follows by convention; {@code -Dgolden.accept} writes {@code <case>.json} beside them, to be read in the diff.
 */
@NullMarked
package io.switchboard.connector.testkit;

import org.jspecify.annotations.NullMarked;
