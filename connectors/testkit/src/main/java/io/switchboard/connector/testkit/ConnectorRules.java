package io.switchboard.connector.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.switchboard.connector.ConnectorProvider;
import java.util.List;
import java.util.stream.Stream;

/**
 * The house rules of a connector's code: a connector knows bytes, the gateway owns sockets, threads, clocks and tables, and a
 * platform's words stop at the connector's package.
 */
public final class ConnectorRules {

    private static final List<String> THE_GATEWAYS_OWN = List.of(
            "java\\.(net\\.http|sql|nio\\.file|util\\.logging|rmi)\\..*",
            "javax\\.(sql|net|naming)\\..*",
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|HttpURLConnection|InetAddress)",
            "java\\.io\\.(File|FileReader|FileWriter|FileInputStream|FileOutputStream|RandomAccessFile|Console)",
            "java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime|System\\$Logger)",
            "java\\.util\\.(Timer|TimerTask)",
            "java\\.util\\.concurrent\\.(Executor.*|.*Executor|.*ExecutorService|CompletableFuture|ForkJoin.*|locks\\..*)",
            "org\\.(slf4j|apache\\.commons\\.logging|apache\\.logging)\\..*");

    private static final List<String> ASKING_THE_MACHINE = List.of(
            "java\\.lang\\.System\\.(getenv|getProperty|getProperties|currentTimeMillis|nanoTime|exit)",
            "java\\.time\\.Clock\\.(system|tick)\\w*",
            "java\\.time\\.InstantSource\\.system",
            "java\\.util\\.UUID\\.randomUUID");

    private static final List<String> ALLOWED = List.of(
            "java..",
            "javax.crypto..",
            "io.switchboard.canonical..",
            "io.switchboard.connector..",
            "com.fasterxml.jackson..",
            "jakarta.mail..",
            "jakarta.activation..",
            "org.eclipse.angus..",
            "org.jsoup..",
            "com.twilio..",
            "twitter4j..",
            "org.jspecify..");

    private ConnectorRules() {}

    /** Checks every class of the provider's package and below, and names all that break a rule. */
    public static void check(Class<? extends ConnectorProvider> provider) {
        CompositeArchRule.of(onlyTheProviderIsPublic(provider))
                .and(usesNothingOfTheGateways())
                .and(asksNoClockAndNoEnvironment())
                .and(dependsOnlyOnWhatIsAllowed(provider))
                .and(packagesAreLayers(provider))
                .check(imported(provider));
    }

    private static JavaClasses imported(Class<?> provider) {
        var location = provider.getProtectionDomain().getCodeSource().getLocation();
        return new ClassFileImporter()
                .importUrl(location)
                .that(DescribedPredicate.describe(
                        "in the provider's package",
                        found -> (found.getPackageName() + ".").startsWith(provider.getPackageName() + ".")));
    }

    /** What a package below it shows to the connector has to be public in Java; only the connector's own package counts. */
    private static ArchRule onlyTheProviderIsPublic(Class<?> provider) {
        return classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .resideInAPackage(provider.getPackageName())
                .should()
                .be(provider)
                .because("a platform's words stop at its connector's package");
    }

    /** The provider's own package puts them together and is none of them. */
    private static ArchRule packagesAreLayers(Class<?> provider) {
        return slices().matching(provider.getPackageName() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("a package that needs what needs it cannot be understood alone");
    }

    private static ArchRule usesNothingOfTheGateways() {
        return noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "own sockets, files, threads, tables or logs", ConnectorRules::isTheGateways))
                .because("the gateway owns them");
    }

    private static boolean isTheGateways(JavaClass used) {
        return THE_GATEWAYS_OWN.stream().anyMatch(used.getName()::matches);
    }

    private static ArchRule asksNoClockAndNoEnvironment() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "ask the machine for time, chance or environment", ConnectorRules::asksTheMachine))
                .because("a replay must give the same result; the context lends a clock");
    }

    private static boolean asksTheMachine(JavaMethodCall call) {
        var method = call.getTargetOwner().getName() + "." + call.getName();
        var takesClock = !call.getTarget().getRawParameterTypes().isEmpty();
        return ASKING_THE_MACHINE.stream().anyMatch(method::matches)
                || (method.matches("java\\.time\\.\\w+\\.now") && !takesClock);
    }

    private static ArchRule dependsOnlyOnWhatIsAllowed(Class<?> provider) {
        return classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(ALLOWED.stream(), Stream.of("", provider.getPackageName() + ".."))
                        .toArray(String[]::new))
                .because("everything else is the gateway's");
    }
}
