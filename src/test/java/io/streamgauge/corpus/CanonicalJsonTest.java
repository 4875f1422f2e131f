package io.streamgauge.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"b\":1,\"a\":[]}      | { \"a\" : [ ] , \"b\" : 1 }",
                "1                       | 1.0",
                "100                     | 1e2",
                "0                       | -0.00",
                "0.1                     | 1.0e-1",
                "\"\\u00e9\\/\"          | \"é/\"",
                "[1,2,{\"x\":null}]      | [1, 2, {\"x\": null}]",
                "1e999999999             | 10E999999998"
            })
    void equalValuesAreSpelledAlike(String one, String other) {
        assertEquals(CanonicalJson.ofText(one), CanonicalJson.ofText(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1,2]    | [2,1]",
                "1        | \"1\"",
                "{}       | []",
                "null     | {}",
                "0.1      | 0.10000000000000000001",
                "{\"a\":1}| {\"a\":1,\"b\":null}",
                "{\"a\":1 | {\"a\":1}"
            })
    void differentValuesAreSpelledDifferently(String one, String other) {
        assertNotEquals(CanonicalJson.ofText(one), CanonicalJson.ofText(other));
    }
}
