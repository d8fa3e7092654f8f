package io.counterpart.support.web;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StorableTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "Sørensen", "\ud83d\udc69\u200d\ud83d\udc67", "\uffff", "\t\r\n"})
    void storesTexts(String text) {
        assertThat(StorableText.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud83d", "\udc69", "\udc69\ud83d", "\ud83d\ud83d\udc69", "\ud83da"})
    void doesNotStoreNulsAndHalfCharacters(String text) {
        assertThat(StorableText.isStorable(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"a\": \"Ann\"}",
                "\"\\n\\t\\\\\\\"\"",
                "\"\\\\u0000\"",
                "\"\\ud83d\\udc69\"",
                "\"\\u0001\"",
                "\"\\u00",
                "\"\\uzzzz\"",
                "\\"
            })
    void storesJson(String json) {
        assertThat(StorableText.isStorableJson(json.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\u0000\"",
                "{\"a\\u0000\": 1}",
                "\"\\\\\\u0000\"",
                "\"\\ud83d\"",
                "\"\\ud83da\"",
                "\"\\udc69\"",
                "\"\\ud83d\\ud83d\\udc69\"",
                "\"\\ud83d\\n\\udc69\""
            })
    void doesNotStoreJsonWithNulsAndHalfCharacters(String json) {
        assertThat(StorableText.isStorableJson(json.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
