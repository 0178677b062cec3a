// SPDX-FileCopyrightText: 2026 The tdspring authors
// SPDX-License-Identifier: Apache-2.0
package io.tdspring.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/** The arrows between the modules and packages, as {@code RATIONALE.md} gives their reasons. */
@AnalyzeClasses(packages = "io.tdspring", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modulesDependOnTheirLowerNeighboursOnly = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("values")
            .definedBy("io.tdspring.data..", "io.tdspring.error..")
            .layer("protocol")
            .definedBy("io.tdspring.protocol..")
            .layer("client")
            .definedBy("io.tdspring.client..")
            .layer("embedded")
            .definedBy("io.tdspring.embedded..")
            .layer("spring")
            .definedBy("io.tdspring.spring..")
            .layer("boot")
            .definedBy("io.tdspring.boot..")
            .whereLayer("protocol")
            .mayOnlyBeAccessedByLayers("client", "embedded")
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("spring", "boot")
            .whereLayer("embedded")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("spring")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("boot")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule modulesAreFreeOfCycles =
            slices().matching("io.tdspring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule clientPackagesAreFreeOfCycles =
            slices().matching("io.tdspring.client.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule springPackagesAreFreeOfCycles =
            slices().matching("io.tdspring.spring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule embeddedPackagesAreFreeOfCycles =
            slices().matching("io.tdspring.embedded.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule carriersDoNotKnowOneAnother =
            slices().matching("io.tdspring.client.transport.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheRootPackageNamesTheCarriers = noClasses()
            .that()
            .resideInAnyPackage("io.tdspring.client.sql..", "io.tdspring.client.tmq..", "io.tdspring.client.transport")
            .or()
            .resideOutsideOfPackage("io.tdspring.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tdspring.client.transport.*..");

    @ArchTest
    static final ArchRule onlyTheCarriersUseOkHttp = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.tdspring.client.transport.websocket.okhttp..", "io.tdspring.client.transport.rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..");

    @ArchTest
    static final ArchRule theWebSocketCarrierKnowsNoEngine = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.tdspring.client.transport.websocket",
                    "io.tdspring.client.transport.websocket.engine",
                    "io.tdspring.client.transport.websocket.frame")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tdspring.client.transport.websocket.okhttp..",
                    "io.tdspring.client.transport.websocket.direct..");

    @ArchTest
    static final ArchRule webSocketPackagesAreFreeOfCycles = slices().matching(
                    "io.tdspring.client.transport.websocket.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyEnginesUseTheFraming = noClasses()
            .that()
            .resideOutsideOfPackages("io.tdspring.client.transport.websocket.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tdspring.client.transport.websocket.frame..");

    @ArchTest
    static final ArchRule theCodecsDoNoInputOrOutput = noClasses()
            .that()
            .resideInAnyPackage("io.tdspring.data..", "io.tdspring.error..", "io.tdspring.protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "okhttp3..",
                    "com.sun.jna..",
                    "java.net..",
                    "java.nio.channels..",
                    "java.util.concurrent..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule onlyBootKnowsBoot = noClasses()
            .that()
            .resideOutsideOfPackage("io.tdspring.boot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..");

    @ArchTest
    static final ArchRule belowTheSpringModuleNothingKnowsSpring = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.tdspring.data..",
                    "io.tdspring.error..",
                    "io.tdspring.protocol..",
                    "io.tdspring.client..",
                    "io.tdspring.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule onlyTheNetworkSideKnowsNetty = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.tdspring.embedded", "io.tdspring.embedded.net..", "io.tdspring.embedded.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..");

    @ArchTest
    static final ArchRule autoConfigurationsArePublicAndFinal = classes()
            .that()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule autoConfigurationsHaveNoPublicMethods = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(AutoConfiguration.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule namesExplainThemselves = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Impl|Manager)")
            .orShould()
            .haveSimpleNameStartingWith("Abs");

    @ArchTest
    static final ArchRule nothingSleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule nothingPrints = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..");
}
