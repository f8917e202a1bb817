package io.switchboard.canonical;

import java.util.Optional;

/**
 * What our own mail server found out about the sender (RFC 8601), in the words of that RFC: {@code pass}, {@code fail}, {@code softfail},
 * {@code neutral}, {@code none}, {@code temperror}, {@code permerror}. Findings of other servers are not believed.
 *
 * @param authservId the server that looked
 * @param spf whether the sending server may send for the domain of the envelope (RFC 7208)
 * @param dkim whether a signature holds (RFC 6376)
 * @param dmarc whether one of both speaks for the domain of From (RFC 7489)
 */
public record EmailAuthentication(
        String authservId, Optional<String> spf, Optional<String> dkim, Optional<String> dmarc) {

    /** Whether From is not who sent it. */
    public boolean isForged() {
        return dmarc.filter("fail"::equals).isPresent();
    }

    /** Whether From is who sent it. */
    public boolean isProven() {
        return dmarc.filter("pass"::equals).isPresent();
    }
}
