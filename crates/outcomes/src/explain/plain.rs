//! Texts of the input made fit to be shown: one line, bounded, without control characters.

use super::limits;

/// The words of `text`, joined by single spaces, up to the limit of what is shown.
pub(super) fn excerpt(text: &str) -> String {
    let mut plain = String::new();
    let mut left = limits::SHOWN_LETTERS;
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        for letter in word.chars() {
            if left == 0 {
                plain.push('…');
                return plain;
            }
            left -= 1;
            plain.push(if is_hidden(letter) { char::REPLACEMENT_CHARACTER } else { letter });
        }
    }
    plain
}

/// Characters that steer a terminal or turn the direction of writing instead of being seen.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn white_space_is_collapsed_and_control_characters_are_replaced() {
        assert_eq!(excerpt("  a\n\t b\u{1b}[31m "), "a b\u{fffd}[31m");
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(excerpt(&"x".repeat(5_000)).chars().count(), 1_001);
    }
}
