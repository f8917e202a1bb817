package io.switchboard.connector.email.quotation;

/** The signature of a clear-signed text (RFC 9580 §7). */
final class PgpSignature implements Ending {

    private static final int MAX_LINES = 100;

    @Override
    public int startIn(Region region) {
        if (region.last().wording().equals("-----end pgp signature-----")) {
            for (var i = region.to() - 1; i >= Math.max(region.from(), region.to() - MAX_LINES); i--) {
                if (region.line(i).wording().equals("-----begin pgp signature-----")) {
                    return i;
                }
            }
        }
        return region.to();
    }
}
