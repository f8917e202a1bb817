package io.switchboard.connector.email.quotation;

/** The paragraph that company law asks for in business letters: register, seat, directors. */
final class CompanyFacts implements Ending {

    private static final int MIN_FACTS = 2;

    @Override
    public int startIn(Region region) {
        var paragraph = region.lastParagraph();
        var wording = region.wordingFrom(paragraph);
        return Phrases.COMPANY.count(wording, MIN_FACTS) >= MIN_FACTS && !Notice.isPersonal(wording)
                ? paragraph
                : region.to();
    }
}
