package dev.brokerscope.desktop.story;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;

/// Which keys write a text on a keyboard of the United States, as a virtual display has.
final class Keys {

    private static final String SIGNS = "-./=;',\\";
    private static final List<KeyCode> SIGN_KEYS = List.of(KeyCode.MINUS, KeyCode.PERIOD, KeyCode.SLASH,
            KeyCode.EQUALS, KeyCode.SEMICOLON, KeyCode.QUOTE, KeyCode.COMMA, KeyCode.BACK_SLASH);

    private Keys() {
    }

    /// The keys of one sign, held together.
    static KeyCode[] of(char sign) {
        List<KeyCode> keys = new ArrayList<>();
        if (sign == '_') {
            return new KeyCode[]{KeyCode.SHIFT, KeyCode.MINUS};
        }
        if (Character.isUpperCase(sign)) {
            keys.add(KeyCode.SHIFT);
        }
        int place = SIGNS.indexOf(sign);
        keys.add(place >= 0 ? SIGN_KEYS.get(place) : sign == ' ' ? KeyCode.SPACE
                : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(sign))));
        return keys.toArray(KeyCode[]::new);
    }
}
