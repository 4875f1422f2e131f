package io.streamgauge.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.streamgauge.bytes.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskerTest {
    private static Secrets secrets(String... values) {
        return Secrets.of(
                "/",
                Arrays.stream(values)
                        .map(value -> Map.entry("x-api-key", value))
                        .toList());
    }

    private static String masked(Secrets secrets, byte[] body, int... cuts) {
        Masker masker = new Masker(secrets);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        for (int cut : cuts) {
            write(out, masker.mask(body, at, cut - at));
            at = cut;
        }
        write(out, masker.mask(body, at, body.length - at));
        write(out, masker.end());
        return out.toString(UTF_8);
    }

    private static void write(ByteArrayOutputStream out, ByteSlice slice) {
        out.write(slice.array(), slice.offset(), slice.length());
    }

    @Test
    void everyByteOfASecretIsBlankedAndNothingElse() {
        assertEquals(
                "a xxxxxxxxxxxx, xxxxxxxxxxxxxxxxxxxxxxxx b",
                masked(secrets("sk-key-12345"), "a sk-key-12345, sk-key-12345sk-key-12345 b".getBytes(UTF_8)));
    }

    @Test
    void noCutHidesASecret() {
        Secrets secrets = secrets("abcabcabd", "bdxyzxyz1", "xyz1234567");
        byte[] body = "abcabcabcabdxyzxyz1234567 abcabcab bdxyzxyz abcabcabdx".getBytes(UTF_8);
        String whole = masked(secrets, body);

        assertEquals("abcxxxxxxxxxxxxxxxxxxxxxx abcabcab bdxyzxyz xxxxxxxxxx".length(), whole.length());
        for (int first = 0; first <= body.length; first++) {
            for (int second = first; second <= body.length; second++) {
                assertEquals(whole, masked(secrets, body, first, second), first + ", " + second);
            }
        }
    }

    @Test
    void cutsNeverChangeWhatIsBlanked() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 2_000; round++) {
            Secrets secrets = secrets(letters(random, 8), letters(random, 9), letters(random, 12));
            byte[] body = letters(random, 60).getBytes(UTF_8);
            int[] cuts = random.ints(random.nextInt(6), 0, body.length).sorted().toArray();

            assertEquals(naive(secrets, body), masked(secrets, body, cuts), "round " + round);
        }
    }

    /** Of two letters only, so that secrets overlap themselves and each other. */
    private static String letters(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(4) == 0 ? 'b' : 'a');
        }
        return text.toString();
    }

    private static String naive(Secrets secrets, byte[] body) {
        String text = new String(body, UTF_8);
        StringBuilder masked = new StringBuilder(text);
        for (byte[] value : secrets.values()) {
            String secret = new String(value, UTF_8);
            for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
                masked.replace(at, at + secret.length(), "x".repeat(secret.length()));
            }
        }
        return masked.toString();
    }

    @Test
    void onlyWhatMayBeASecretIsHeldBack() {
        Masker masker = new Masker(secrets("sk-key-12345"));
        byte[] body = "data: sk-k".getBytes(UTF_8);

        assertEquals("data: ", masker.mask(body, 0, body.length).copyUtf8());
        assertEquals("sk-k", masker.end().copyUtf8());
        assertFalse(masker.foundAny());
    }

    @Test
    void withoutSecretsABodyIsPassedOnAsItIs() {
        byte[] body = {0, 1, -1, 'x'};
        ByteSlice out = new Masker(secrets("short")).mask(body, 0, body.length);

        assertArrayEquals(body, out.copyBytes());
        assertTrue(out.array() == body, "no copy");
    }

    @Test
    void whatTellsWhoAsksIsASecretAndWhatDoesNotIsNone() {
        Secrets secrets = Secrets.of(
                "/v1/models/m:x?alt=sse12345678&key=AIza%2Fquery-key&sig=signature1",
                List.of(
                        Map.entry("Authorization", "Bearer sk-bearer-1"),
                        Map.entry("Proxy-Authorization", "Basic bWU6aHVudGVyMi1odW50ZXIy"),
                        Map.entry("cookie", "a=cookie-one; b=\"cookie-two\""),
                        Map.entry("OpenAI-Organization", "org-acme-12345"),
                        Map.entry("x-stainless-runtime", "CPython-3.12-long"),
                        Map.entry("user-agent", "OpenAI/Python 6.49.0"),
                        Map.entry("x-ratelimit-reset-tokens", "2026-01-01T00:00:00Z")));
        Secrets all = secrets.and(List.of(
                Map.entry("set-cookie", "__cf_bm=response-cookie; Path=/a-long-path; HttpOnly"),
                Map.entry("anthropic-organization-id", "1f2e3d4c-0000")));

        assertEquals(
                "x".repeat(11) + " " + "x".repeat(14) + " " + "x".repeat(15) + " " + "x".repeat(10),
                all.mask("sk-bearer-1 AIza/query-key hunter2-hunter2 signature1"));
        assertEquals(
                "x".repeat(10) + " " + "x".repeat(10) + " " + "x".repeat(14) + " " + "x".repeat(15) + " "
                        + "x".repeat(13),
                all.mask("cookie-one cookie-two org-acme-12345 response-cookie 1f2e3d4c-0000"));
        String harmless = "sse12345678 CPython-3.12-long OpenAI/Python 6.49.0 2026-01-01T00:00:00Z a-long-path Bearer";
        assertEquals(harmless, all.mask(harmless));
    }

    @Test
    void aSignatureOfARequestIsTakenApart() {
        Secrets secrets = Secrets.of(
                "/",
                List.of(Map.entry(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE1/20260101/eu-west-1/bedrock/aws4_request, "
                                + "SignedHeaders=host, Signature=0123456789abcdef")));

        assertEquals(
                "key x".replace("x", "x".repeat(12)) + ", " + "x".repeat(16),
                secrets.mask("key AKIDEXAMPLE1, 0123456789abcdef"));
    }

    @Test
    void aSecretIsNeverShown() {
        assertEquals("1 secrets", secrets("sk-key-12345").toString());
    }
}
