package dev.roost;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.roost.account.Accounts;
import dev.roost.account.Caller;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.http.annotation.Controller;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/** The boundaries of docs/architecture.md. */
@AnalyzeClasses(packages = "dev.roost", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.roost.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule HTTP_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("dev.roost.http..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.roost..").and(not(resideInAPackage("dev.roost.http.."))));

    @ArchTest
    static final ArchRule CONFIGURATION_KNOWS_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("dev.roost.configuration..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.roost..").and(not(resideInAPackage("dev.roost.configuration.."))));

    @ArchTest
    static final ArchRule PASSWORDS_KNOW_NOTHING_ELSE = noClasses()
            .that()
            .resideInAPackage("dev.roost.account.password..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.roost..").and(not(resideInAPackage("dev.roost.account.password.."))));

    @ArchTest
    static final ArchRule FEATURES_KNOW_ONLY_THE_FACE_OF_ACCOUNT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roost.account..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.roost.account..")
                    .and(not(type(Caller.class)))
                    .and(not(type(Accounts.class))));

    @ArchTest
    static final ArchRule CONTROLLERS_AND_REPOSITORIES_ARE_NOT_PUBLIC = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(JdbcRepository.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule CONTROLLERS_LEAVE_THE_DATABASE_TO_SERVICES = noClasses()
            .that()
            .areAnnotatedWith(Controller.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(JdbcRepository.class);

    /** {@code RETURNING} into an Optional gives an object of the wrong type at run time. */
    @ArchTest
    static final ArchRule QUERIES_DO_NOT_RETURN_OPTIONALS =
            methods().that().areAnnotatedWith(Query.class).should().notHaveRawReturnType(Optional.class);

    /** What is stored is not what is sent, or a password hash could be sent. */
    @ArchTest
    static final ArchRule ROWS_ARE_NOT_SERIALIZABLE = noClasses()
            .that()
            .areAnnotatedWith(MappedEntity.class)
            .should()
            .beAnnotatedWith(Serdeable.class)
            .orShould()
            .beAnnotatedWith(Serdeable.Serializable.class);

    @ArchTest
    static final ArchRule ONLY_CONFIGURATION_READS_THE_ENVIRONMENT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roost.configuration..")
            .should()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getProperty", String.class);
}
