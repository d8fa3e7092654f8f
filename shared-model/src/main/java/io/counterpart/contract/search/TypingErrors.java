package io.counterpart.contract.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the words that one usual typing error turns into a given word, or makes of it: letters swapped, one too many, a
 * double letter typed once, a vowel or an h left out, a vowel, a neighbor on the keyboard or a similar sound instead of
 * the letter. Every possible error would make four times as many words.
 */
final class TypingErrors {

    private static final String VOWELS = "aeiouy";
    private static final String OMITTED = VOWELS + "h";
    private static final String[] KEYBOARD = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    private static final String[] SOUNDS = {"ck", "cs", "kg", "gj", "sz", "dt", "bp", "fv", "vw", "mn", "ij", "lr", "yz"
    };
    private static final Map<Character, Set<Character>> SUBSTITUTES = substitutes();

    private TypingErrors() {}

    static Set<String> of(String word) {
        Set<String> others = new LinkedHashSet<>();
        for (int i = 0; i < word.length(); i++) {
            String before = word.substring(0, i);
            char letter = word.charAt(i);
            String after = word.substring(i + 1);
            others.add(before + after);
            others.add(before + letter + letter + after);
            if (!after.isEmpty()) {
                others.add(before + after.charAt(0) + letter + after.substring(1));
            }
            SUBSTITUTES.getOrDefault(letter, Set.of()).forEach(other -> others.add(before + other + after));
            if (i > 0 && SUBSTITUTES.containsKey(letter)) {
                OMITTED.chars().forEach(omitted -> others.add(before + (char) omitted + letter + after));
            }
        }
        others.remove(word);
        return others;
    }

    private static Map<Character, Set<Character>> substitutes() {
        Map<Character, Set<Character>> substitutes = new HashMap<>();
        for (int i = 0; i < VOWELS.length(); i++) {
            for (int j = 0; j < i; j++) {
                pair(substitutes, VOWELS.charAt(i), VOWELS.charAt(j));
            }
        }
        for (String row : KEYBOARD) {
            for (int i = 1; i < row.length(); i++) {
                pair(substitutes, row.charAt(i - 1), row.charAt(i));
            }
        }
        for (String sound : SOUNDS) {
            pair(substitutes, sound.charAt(0), sound.charAt(1));
        }
        return Map.copyOf(substitutes);
    }

    private static void pair(Map<Character, Set<Character>> substitutes, char one, char other) {
        substitutes.computeIfAbsent(one, letter -> new TreeSet<>()).add(other);
        substitutes.computeIfAbsent(other, letter -> new TreeSet<>()).add(one);
    }
}
