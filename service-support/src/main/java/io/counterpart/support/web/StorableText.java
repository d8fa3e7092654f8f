package io.counterpart.support.web;

/** Finds what PostgreSQL cannot store in a text: U+0000 and halves of a surrogate pair. */
final class StorableText {

    private static final int HEX_DIGITS = 4;
    private static final int NUL = -1;
    private static final int OTHER = -2;

    private StorableText() {}

    static boolean isStorable(String text) {
        boolean high = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || high != Character.isLowSurrogate(c)) {
                return false;
            }
            high = Character.isHighSurrogate(c);
        }
        return !high;
    }

    /** Looks at escape sequences only: as plain bytes, neither is valid JSON in UTF-8. */
    static boolean isStorableJson(byte[] json) {
        boolean high = false;
        int i = 0;
        while (i < json.length) {
            int escaped = json[i] == '\\' ? escape(json, i) : 0;
            if (escaped == NUL || high != (escaped >= 0 && Character.isLowSurrogate((char) escaped))) {
                return false;
            }
            high = escaped > 0 && Character.isHighSurrogate((char) escaped);
            i += escaped == 0 ? 1 : escaped == OTHER ? 2 : 2 + HEX_DIGITS;
        }
        return !high;
    }

    // The escaped character, NUL for U+0000, or OTHER for an escape of two characters or an incomplete one.
    private static int escape(byte[] json, int backslash) {
        if (backslash + 1 + HEX_DIGITS >= json.length || json[backslash + 1] != 'u') {
            return OTHER;
        }
        int value = 0;
        for (int i = backslash + 2; i < backslash + 2 + HEX_DIGITS; i++) {
            int digit = Character.digit(json[i], 16);
            if (digit < 0) {
                return OTHER;
            }
            value = value * 16 + digit;
        }
        return value == 0 ? NUL : value;
    }
}
