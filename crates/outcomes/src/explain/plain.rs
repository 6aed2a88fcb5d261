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

/// What stands in `text` behind `start`, whichever dash is written where one is; `None` if it begins otherwise.
pub(super) fn behind<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let is_same = start.chars().all(|letter| rest.next().is_some_and(|next| dash(next) == dash(letter)));
    is_same.then_some(rest.as_str())
}

/// Manuals print long dashes where clients and mail programs make short ones of them.
fn dash(letter: char) -> char {
    if matches!(letter, '–' | '—') { '-' } else { letter }
}

/// Characters that steer a terminal or turn the direction of writing instead of being seen.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{behind, excerpt};

    #[test]
    fn white_space_is_collapsed_and_control_characters_are_replaced() {
        assert_eq!(excerpt("  a\n\t b\u{1b}[31m "), "a b\u{fffd}[31m");
    }

    #[test]
    fn a_dash_is_a_dash() {
        assert_eq!(behind("Error - bad: dns", "Error – bad"), Some(": dns"));
        assert_eq!(behind("Error — bad", "Error – bad"), Some(""));
        assert_eq!(behind("Error", "Error – bad"), None);
        assert_eq!(behind("anything", ""), Some("anything"));
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(excerpt(&"x".repeat(5_000)).chars().count(), 1_001);
    }
}
