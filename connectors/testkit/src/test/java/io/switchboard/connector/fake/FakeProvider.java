package io.switchboard.connector.fake;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorContext;
import io.switchboard.connector.ConnectorProvider;

/** Found by the service loader. */
public final class FakeProvider implements ConnectorProvider {

    private final Defect defect;

    public FakeProvider() {
        this(Defect.NONE);
    }

    public FakeProvider(Defect defect) {
        this.defect = defect;
    }

    @Override
    public Connector create(ConnectorContext context) {
        return new FakeConnector(context, defect);
    }

    /** One thing wrong with a connector, and the test of the contract that has to notice. */
    public enum Defect {
        NONE(""),
        HAS_A_NAME_OF_ITS_OWN("describes_itself_the_same_way_every_time"),
        DECLARES_A_SECRET_NOBODY_HAS("needs_the_secrets_it_declares"),
        HAS_A_ROLE_TWICE("has_each_role_once"),
        CHANGES_THE_TEXT("translates_golden_deliveries"),
        TAKES_KEYS_FROM_THE_ARRIVAL("gives_the_same_keys_on_redelivery"),
        TAKES_KEYS_FROM_THE_SENDER("gives_different_happenings_different_keys"),
        STOPS_AFTER_THE_FIRST("finds_every_element_of_a_batch"),
        LETS_ONE_SPOIL_ALL("keeps_the_good_elements_beside_a_broken_one"),
        LOSES_THE_BROKEN("keeps_the_good_elements_beside_a_broken_one"),
        LOSES_UNKNOWN_TYPES("ignores_an_unknown_type_visibly"),
        CALLS_UNKNOWN_TYPES_MALFORMED("ignores_an_unknown_type_visibly"),
        MAKES_TRUNCATED_NOTHING("calls_a_truncated_body_malformed_and_nothing_else"),
        THROWS_WHAT_COMES("throws_nothing_else_whatever_the_bytes"),
        BELIEVES_NOBODY("believes_a_signed_delivery_and_acknowledges_it"),
        ACKNOWLEDGES_WITH_AN_ERROR("believes_a_signed_delivery_and_acknowledges_it"),
        BELIEVES_EVERYBODY("believes_nobody_by_another_secret_or_by_none"),
        SIGNS_OTHERWISE_THAN_THE_PLATFORM("believes_what_the_platform_itself_signed"),
        KNOWS_ONE_SECRET("believes_every_secret_of_a_rotation"),
        LEAVES_THE_LAST_BYTE_UNSIGNED("rejects_a_body_with_one_bit_flipped"),
        COMPARES_WHAT_IS_THERE("rejects_a_missing_truncated_altered_or_nonsensical_signature"),
        TAKES_ABSENCE_FOR_PROOF("rejects_a_missing_truncated_altered_or_nonsensical_signature"),
        STUMBLES_OVER_NONSENSE("rejects_a_missing_truncated_altered_or_nonsensical_signature"),
        NAMES_PEOPLE("prints_nothing_secret_or_personal"),
        QUOTES_PEOPLE("complains_without_quoting_anybody"),
        SENDS_WHAT_IT_DOES_NOT_DECLARE("refuses_what_it_does_not_declare_without_a_call"),
        RETRIES("defers_what_was_certainly_not_sent"),
        CALLS_SILENCE_A_FAILURE("leaves_a_lost_answer_unconfirmed"),
        CALLS_NONSENSE_A_FAILURE("calls_nothing_a_failure_that_the_platform_took"),
        FETCHES_MORE_THAN_ALLOWED("fetches_within_the_limit_or_not_yet");

        private final String noticedBy;

        Defect(String noticedBy) {
            this.noticedBy = noticedBy;
        }

        public String noticedBy() {
            return noticedBy;
        }
    }
}
