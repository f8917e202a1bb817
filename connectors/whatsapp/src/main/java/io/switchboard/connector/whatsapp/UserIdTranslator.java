package io.switchboard.connector.whatsapp;

import io.switchboard.canonical.IdentityKey;
import io.switchboard.canonical.InboundEvent;
import io.switchboard.canonical.InboundEvent.IdentityRekeyed;
import io.switchboard.canonical.Surface;
import io.switchboard.canonical.ThreadAddress;
import io.switchboard.connector.MalformedDeliveryException;
import io.switchboard.connector.payload.Payload;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Says what one element of {@code user_id_update[]} means: a user got a new BSUID, a new parent BSUID, or both. */
final class UserIdTranslator {

    private final BusinessNumber number;

    UserIdTranslator(BusinessNumber number) {
        this.number = number;
    }

    List<InboundEvent> translate(Payload update) {
        var own = Pair.of(update, "user_id");
        var parent = Pair.of(update, "parent_user_id");
        if (own.isEmpty() && parent.isEmpty()) {
            throw new MalformedDeliveryException(update.path() + " names no previous and current user id");
        }
        var thread = thread(update, own, parent);
        return Stream.concat(
                        own.stream().map(pair -> rekeyed(pair, Person::userIdentity, thread, update)),
                        parent.stream().map(pair -> rekeyed(pair, Person::parentIdentity, thread, update)))
                .toList();
    }

    private InboundEvent rekeyed(
            Pair pair, Function<String, IdentityKey> identity, ThreadAddress thread, Payload update) {
        return new IdentityRekeyed(
                identity.apply(pair.previous()),
                identity.apply(pair.current()),
                thread,
                Surface.WHATSAPP_MESSAGE,
                UnixTime.of(update, "timestamp", number.receivedAt()));
    }

    /** Where the conversation may have been filed so far, then where it may be filed from now on. */
    private ThreadAddress thread(Payload update, Optional<Pair> own, Optional<Pair> parent) {
        var before = number.thread(
                        Person.named(Words.of(update, "wa_id"), own.map(Pair::previous), parent.map(Pair::previous)))
                .keys();
        var after = number.thread(Person.named(Optional.empty(), own.map(Pair::current), parent.map(Pair::current)))
                .keys();
        return new ThreadAddress(
                before.getFirst(),
                Stream.concat(before.stream().skip(1), after.stream()).toList());
    }

    private record Pair(String previous, String current) {

        static Optional<Pair> of(Payload update, String field) {
            return update.get(field)
                    .map(ids -> new Pair(Words.require(ids, "previous"), Words.require(ids, "current")));
        }

        @Override
        public String toString() {
            return "Pair[***]";
        }
    }
}
