package dev.diorama.subsetter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diorama.subsetter.testing.Samples;
import dev.diorama.subsetter.testing.Samples.Sample;
import dev.diorama.subsetter.testing.Server;
import dev.diorama.subsetter.testing.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealDatabasesTest {
    @ParameterizedTest
    @CsvSource({"pagila.sql,36", "chinook.sql,11", "northwind.sql,13"})
    void samplesARealDatabase(String file, int foreignKeys) {
        Sample sample = Samples.of(SharedData.database(file));

        assertThat(sample.report().declaredKeys()).isEqualTo(foreignKeys);
        assertThat(sample.report().validatedKeys()).isEqualTo(foreignKeys);
        assertThat(Server.databases()).noneMatch(name -> name.startsWith("diorama_building"));
    }
}
