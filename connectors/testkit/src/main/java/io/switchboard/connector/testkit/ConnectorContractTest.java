package io.switchboard.connector.testkit;

import io.switchboard.canonical.InboundMessage;
import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.Delivery;
import io.switchboard.connector.Feature;
import io.switchboard.connector.Secrets;
import java.util.List;
import java.util.Optional;

/**
 * What every connector must prove. A subclass names what is its own; tests of what a connector does not have are skipped, visibly.
 *
 * <p>By convention every {@code src/test/resources/deliveries/<case>.http} is a delivery as {@link HttpRequestFile} reads it, and
 * {@code <case>.json} what becomes of it: the translation, {@code {"challengeReply": …}} or {@code {"malformed": …}}.
 */
public abstract class ConnectorContractTest
        implements DescriptionContract,
                TranslationContract,
                VerificationContract,
                DiscretionContract,
                SendingContract,
                FetchingContract {

    /** The module's only public type. */
    protected abstract ConnectorProvider provider();

    /** The connection whose deliveries the files are, with every setting a reply needs. */
    protected abstract ConnectionRef connection();

    /** The connection's secrets, under the names the descriptor declares. */
    protected abstract Secrets secrets();

    /** Signs as the platform does, over the delivery as it is; returns mail as it is. */
    protected abstract Delivery sign(Delivery unsigned);

    /** The header that {@link #sign} sets; empty where the proof is elsewhere or deliveries are mail. */
    protected abstract Optional<String> signatureHeader();

    /** Deliveries the platform itself signed; at least one where bodies are signed. */
    protected abstract List<PlatformVector> platformVectors();

    /** A delivery of many sound elements; empty where one delivery is one happening. */
    protected abstract Optional<Batch> batch();

    /** A delivery of many elements, one of them broken; empty where one delivery is one happening. */
    protected abstract Optional<Batch> batchWithOneBrokenElement();

    /** A delivery of a type that the platform may add tomorrow; empty where deliveries have no type. */
    protected abstract Optional<Delivery> unknownType();

    /** The folder of the golden deliveries; another one where a connector's connections differ in what they receive. */
    protected String deliveries() {
        return "deliveries/";
    }

    protected Proof proof() {
        return Proof.SIGNED_BODY;
    }

    /** Personal words in the golden deliveries, beside those that their translations show. */
    protected List<String> canaries() {
        return List.of();
    }

    /** Whom sample replies go to: the author of the first golden message that has a return address. */
    protected Optional<InboundMessage> answerable() {
        return subject().files().stream()
                .map(HttpRequestFile::read)
                .flatMap(subject()::messages)
                .filter(message -> !message.returnAddress().fields().isEmpty())
                .findFirst();
    }

    /** Whether one call sends this, so that its answer alone decides. Files are often uploaded by a call of their own. */
    protected boolean sendsInOneCall(Feature feature) {
        return true;
    }

    /** One of the golden deliveries, by the name of its file without ending. */
    protected final Delivery delivery(String name) {
        return subject().delivery(name);
    }

    @Override
    public final ContractSubject subject() {
        return new ContractSubject(this);
    }
}
