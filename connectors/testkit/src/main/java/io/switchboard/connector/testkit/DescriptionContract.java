package io.switchboard.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.connector.ConnectorProvider;
import io.switchboard.connector.ConnectorRole;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a connector says about itself. */
interface DescriptionContract {

    ContractSubject subject();

    @Test
    default void is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(ConnectorProvider.class).stream().map(ServiceLoader.Provider::type))
                .extracting(Class::getName)
                .contains(subject().test().provider().getClass().getName());
    }

    @Test
    default void describes_itself_the_same_way_every_time() {
        var descriptor = subject().connector().descriptor();

        assertThat(descriptor).isEqualTo(subject().connector().descriptor());
        assertThat(descriptor.name())
                .matches("[a-z][a-z0-9-]*")
                .isEqualTo(subject().test().connection().connector());
        assertThat(descriptor.limits().deliveryBytes()).isPositive();
    }

    @Test
    default void needs_the_secrets_it_declares() {
        assertThat(subject().connector().descriptor().secrets())
                .allSatisfy(secret -> assertThat(subject().test().secrets().accepted(secret.name()))
                        .as("secret %s", secret.name())
                        .isNotEmpty());
    }

    @Test
    default void has_each_role_once() {
        var roles = subject().connector().roles().stream()
                .flatMap(role ->
                        Stream.of(ConnectorRole.class.getPermittedSubclasses()).filter(type -> type.isInstance(role)))
                .toList();

        assertThat(roles).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    default void follows_the_house_rules() {
        ConnectorRules.check(subject().test().provider().getClass());
    }
}
