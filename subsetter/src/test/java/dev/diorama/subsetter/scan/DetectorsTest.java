package dev.diorama.subsetter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL,jane.o'neill+x@mail.example.org",
        "IBAN,GB82 WEST 1234 5698 7654 32",
        "IBAN,NO9386011117947",
        "CREDIT_CARD,4111-1111-1111-1111",
        "CREDIT_CARD,378282246310005",
        "CREDIT_CARD,2223003122003222",
        "IP,2001:db8::ff00:42:8329",
        "IP,203.0.113.0/24",
        "MAC,08-00-2b-01-02-03",
        "PHONE,+33 1 42 68 53 00",
        "PHONE,(212) 736-5000",
        "SSN,078-05-1120",
        "SSN,2 55 08 14 168 025 38",
        "SSN,811218-9876",
        "SSN,44051401359",
        "TAX_ID,12345678Z",
        "TAX_ID,529.982.247-25",
        "TAX_ID,RSSMRA85T10A562S",
        "TOKEN,ghp_abcdefghijklmnopqrstuvwxyz0123456789",
        "TOKEN,xoxb-123456789012-abcdefghij",
        "TOKEN,eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
        "TOKEN,-----BEGIN RSA PRIVATE KEY-----",
        "PASSWORD,$2b$12$abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijxyz",
        "PASSWORD,pbkdf2_sha256$260000$salt$hash=",
        "SECRET_URL,postgres://me:secret@db.example/shop",
        "SECRET_URL,https://x.example/?access_token=abcdef123456",
        "FULL_NAME,Dr. Maria Gonzalez",
        "FULL_NAME,'Müller, Anna'",
        "FIRST_NAME,AGNIESZKA",
        "LAST_NAME,Lindgren"
    })
    void knowsWhatAValueIs(Category category, String value) {
        assertThat(profile(value).are(category)).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "GB82WEST12345698765433",
                "DE8937040044053201300",
                "not@an address",
                "@handle",
                "999.1.1.1",
                "12:30:45",
                "+1 234",
                "000-12-3456",
                "666-12-3456",
                "44051401358",
                "12345678A",
                "529.982.247-26",
                "sk_live",
                "https://x.example/?page=2",
                "The quick brown fox",
                "2024-01-31",
                "0b9f3c52-6c1c-4d8a-9a53-0c5a1f6d2b11",
                "v1.2.3",
                "AB-123456",
                "9780306406157"
            })
    void knowsWhatAValueIsNot(String value) {
        Profile profile = profile(value);

        assertThat(List.of(Category.values())).allMatch(category -> profile.are(category) == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL,'write to jane@mail.example, please'",
        "PHONE,'call +49 30 123456 at noon'",
        "IBAN,'to DE89 3704 0044 0532 0130 00 by Friday'",
        "CREDIT_CARD,'card 4111 1111 1111 1111 was refused'",
        "SSN,'her number is 078-05-1120.'",
        "TOKEN,'use AKIAIOSFODNN7EXAMPLE here'",
        "FULL_NAME,'we met Anna Schmidt at the fair'"
    })
    void knowsWhatATextHolds(Category category, String text) {
        assertThat(Passages.in(text)).containsExactly(category);
    }

    @Test
    void findsNothingInPlainTexts() {
        assertThat(
                        Passages.in(
                                "A Epic Drama of a Feminist And a Mad Scientist who must Battle a Teacher in The Canadian Rockies"))
                .isEmpty();
        assertThat(
                        Passages.in(
                                "order 4111111111111112 of 2024-01-31, version 10.0.1.2, id 0b9f3c52-6c1c-4d8a-9a53-0c5a1f6d2b11"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "first_name,FIRST_NAME,ANYWHERE",
        "custFirstName,FIRST_NAME,ANYWHERE",
        "FIRSTNAME,FIRST_NAME,ANYWHERE",
        "Prénom,FIRST_NAME,ANYWHERE",
        "kundenemail,EMAIL,ANYWHERE",
        "e_mail_2,EMAIL,ANYWHERE",
        "MACAddress,MAC,ANYWHERE",
        "billing_city,CITY,ADDRESS",
        "customer_name,FULL_NAME,ANYWHERE",
        "name,FULL_NAME,PERSON",
        "email_id,EMAIL,ANYWHERE"
    })
    void knowsWhatANameMeans(String name, Category category, Meaning.Place place) {
        Meaning meaning = Vocabulary.WORDS.meaning(name);

        assertThat(meaning.category()).contains(category);
        assertThat(meaning.place()).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product_name", "file_name", "email_verified", "email_template", "is_phone_public",
                        "password_changed_at", "theme_name",
                "country", "id", "title", "address_id", "phone_type", "token_count", "status"
            })
    void knowsWhatANameDoesNotMean(String name) {
        assertThat(Vocabulary.WORDS.meaning(name).category()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "customers,PERSON", "tbl_Users,PERSON", "kunden,PERSON", "order_customers,PERSON", "customer_orders,THING",
        "user_roles,THING", "supplier,ORGANISATION", "adresses,ADDRESS", "user_sessions,SESSION", "xyz,UNKNOWN"
    })
    void knowsWhatATableIsAbout(String table, Subject subject) {
        assertThat(Vocabulary.WORDS.subject(table)).isEqualTo(subject);
    }

    private static Profile profile(String value) {
        Profile profile = new Profile(Optional.empty());
        profile.add(value);
        return profile;
    }
}
