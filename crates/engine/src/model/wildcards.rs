//! The wildcards of patterns.

/// Whether a text fits a pattern: `*` stands for any characters, `?` for one, every other character for itself. Callers to
/// whom letter case means nothing bring both in small letters.
///
/// Goes back to the last star only, so that it takes time in the product of the two lengths at most.
pub fn fits(pattern: &str, text: &str) -> bool {
    let (mut pattern, mut text) = (pattern.chars(), text.chars());
    let mut retry = None;
    loop {
        let here = text.clone();
        match (pattern.next(), text.next()) {
            (None, None) => return true,
            (Some('*'), _) => {
                text = here;
                retry = Some((pattern.clone(), text.clone()));
            }
            (Some('?'), Some(_)) => {}
            (Some(wanted), Some(found)) if wanted == found => {}
            _ => {
                let Some((after_star, mut from)) = retry.take() else { return false };
                if from.next().is_none() {
                    return false;
                }
                (pattern, text) = (after_star.clone(), from.clone());
                retry = Some((after_star, from));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_question_marks_stand_for_text() {
        for (pattern, text, expected) in [
            ("*", "", true),
            ("*", "shop.test", true),
            ("*.test", "shop.test", true),
            ("s*p.*", "shop.test", true),
            ("sh?p.test", "shop.test", true),
            ("sh?p", "shop.test", false),
            ("shop", "shop.test", false),
            ("*shop", "shopshop", true),
            ("*a*b", "aab1", false),
            ("*ab*ab", "abxabab", true),
            ("a*", "", false),
            ("?", "ž", true),
            ("a**b", "axb", true),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn many_stars_take_no_time() {
        assert!(!fits(&"*a".repeat(100), &format!("{}b", "a".repeat(10_000))));
    }
}
