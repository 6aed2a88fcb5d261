//! The rules for the texts of outcomes: literal words and `{names}`.
//!
//! `outcomes::text` fills such a template and matches it in reverse; it forgives, this does not. What passes
//! here can be told apart from its filled form again.

/// Checks a template.
///
/// # Errors
/// A sentence that says what is wrong and where.
pub(super) fn check(template: &str) -> Result<(), String> {
    let mut rest = template;
    let mut follows_name = false;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace) = rest.split_at(at);
        if brace.starts_with('}') {
            return Err(format!("a placeholder is closed that was never opened, before {brace:?}"));
        }
        let Some((name, after)) = brace[1..].split_once('}') else {
            return Err(format!("a placeholder is never closed: {brace:?}"));
        };
        if !is_name(name) {
            return Err(format!("{name:?} is not a placeholder's name (small letters and _)"));
        }
        if follows_name && before.is_empty() {
            return Err(format!(
                "nothing stands before {{{name}}} to tell it from the placeholder before it"
            ));
        }
        rest = after;
        follows_name = true;
    }
    recognisable(template)
}

/// A text of places only would match whatever any server says.
fn recognisable(template: &str) -> Result<(), String> {
    let fixed = skeleton(template).chars().filter(|letter| letter.is_alphabetic()).count();
    if fixed < FIXED_LETTERS {
        return Err(format!("needs at least {FIXED_LETTERS} fixed letters to be recognised, it has {fixed}"));
    }
    Ok(())
}

/// The template with every placeholder made anonymous: two outcomes of one code with the same skeleton could
/// not be told apart from what a client is shown.
pub(super) fn skeleton(template: &str) -> String {
    let mut skeleton = String::new();
    let mut inside = false;
    for letter in template.chars() {
        inside = (inside && letter != '}') || letter == '{';
        if !inside || letter == '{' {
            skeleton.push(letter);
        }
    }
    skeleton
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

const FIXED_LETTERS: usize = 6;

#[cfg(test)]
mod tests {
    use super::{check, skeleton};

    #[test]
    fn good_templates_pass() {
        for template in ["plainly", "{value} is taken", "at most {limit} of {field}"] {
            assert_eq!(check(template), Ok(()), "{template}");
        }
    }

    #[test]
    fn bad_templates_are_refused() {
        let bad = [
            "{value is taken",
            "value} is taken",
            "{} is taken",
            "{Value} is taken",
            "{a b} is taken",
            "{a}{b} is taken",
            "x {a{b}} y",
            "{a}: {b}",
        ];
        for template in bad {
            assert!(check(template).is_err(), "{template}");
        }
    }

    #[test]
    fn a_skeleton_forgets_only_names() {
        assert_eq!(skeleton("{a} is {b}."), "{} is {}.");
        assert_eq!(skeleton("{a} is {b}."), skeleton("{value} is {limit}."));
    }
}
