package io.switchboard.connector.email.quotation;

import io.switchboard.connector.email.quotation.Span.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes off the end of some written lines what was not written for this mail: signatures, list footers, notices. */
final class Tail {

    private static final int MAX_ROUNDS = 12;

    private static final Map<Ending, Kind> ENDINGS = endings();

    private Tail() {}

    /**
     * What stands at the end of the lines, the last first.
     *
     * @param from the first line
     * @param to the line after the last one
     */
    static List<Piece> of(List<TextLine> lines, int from, int to) {
        var pieces = new ArrayList<Piece>();
        var end = to;
        for (var round = 0; round < MAX_ROUNDS; round++) {
            var piece = lastPiece(Region.of(lines, from, end), end);
            if (piece.first() == end) {
                break;
            }
            pieces.add(piece);
            end = piece.first();
        }
        return pieces;
    }

    private static Piece lastPiece(Region region, int end) {
        if (!region.isEmpty()) {
            for (var ending : ENDINGS.entrySet()) {
                var start = ending.getKey().startIn(region);
                if (start < region.to()) {
                    return new Piece(start, end, ending.getValue());
                }
            }
        }
        return new Piece(end, end, Kind.WRITTEN);
    }

    /** In the order in which they are looked for. */
    private static Map<Ending, Kind> endings() {
        var endings = new LinkedHashMap<Ending, Kind>();
        endings.put(new Notice(), Kind.DISCLAIMER);
        endings.put(new PgpSignature(), Kind.SIGNATURE);
        endings.put(new ListFooter(), Kind.SIGNATURE);
        endings.put(new MobileSignature(), Kind.SIGNATURE);
        endings.put(new DelimitedSignature(), Kind.SIGNATURE);
        endings.put(new SignedName(), Kind.SIGNATURE);
        endings.put(new ContactBlock(), Kind.SIGNATURE);
        endings.put(new CompanyFacts(), Kind.SIGNATURE);
        return endings;
    }

    /** Lines of one kind; the last is exclusive. */
    record Piece(int first, int last, Kind kind) {}
}
