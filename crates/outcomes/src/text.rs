//! Texts with places to fill: `{value} is registered already`.
//!
//! [`fill`] makes the text that a client is shown, [`matches()`] reads it back. A place is a name of small letters,
//! digits and underscores in braces; every other brace is an ordinary character. Both work in linear time.

/// Fills the places of `template` with what `lookup` says of their names.
///
/// A place without a value shows its name, so that the text stays readable.
pub fn fill<'v>(template: &str, lookup: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    for part in parts(template) {
        match part {
            Part::Literal(words) => text.push_str(words),
            Part::Place(name) => text.push_str(lookup(name).unwrap_or(name)),
        }
    }
    text
}

/// The names and values with which `template` becomes `actual`, in the order of the template; `None` if it
/// cannot. Where several splits are possible, a value is as short as can be, except the last.
pub fn matches<'t, 'a>(template: &'t str, actual: &'a str) -> Option<Vec<(&'t str, &'a str)>> {
    let mut found = Vec::new();
    let mut rest = actual;
    let mut open = None;
    let mut parts = parts(template).peekable();
    while let Some(part) = parts.next() {
        match part {
            Part::Place(name) => found.extend(open.replace(name).map(|before| (before, ""))),
            Part::Literal(words) => {
                let (value, after) = split(rest, words, open.is_some(), parts.peek().is_none())?;
                found.extend(open.take().map(|name| (name, value)));
                rest = after;
            }
        }
    }
    match open {
        Some(name) => found.push((name, rest)),
        None if rest.is_empty() => {}
        None => return None,
    }
    Some(found)
}

/// How many letters of a template are fixed: of two that match, the one with more says more.
pub(crate) fn weight(template: &str) -> usize {
    parts(template).map(|part| if let Part::Literal(words) = part { words.len() } else { 0 }).sum()
}

/// What stands before and after `words`: at the start, unless a place is open before them, and at the end for the last.
fn split<'a>(text: &'a str, words: &str, floating: bool, last: bool) -> Option<(&'a str, &'a str)> {
    match (floating, last) {
        (false, _) => Some(("", text.strip_prefix(words)?)),
        (true, true) => Some((text.strip_suffix(words)?, "")),
        (true, false) => text.split_once(words),
    }
}

/// A piece of a template.
#[derive(Debug, PartialEq)]
enum Part<'t> {
    Literal(&'t str),
    Place(&'t str),
}

/// The pieces of a template in order; literals are never empty and never neighbours.
fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(name) = place(rest) {
            rest = &rest[name.len() + 2..];
            return Some(Part::Place(name));
        }
        let end = rest.match_indices('{').map(|(at, _)| at).find(|at| place(&rest[*at..]).is_some());
        let (words, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(Part::Literal(words))
    })
}

/// The name of the place that `text` begins with.
fn place(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?;
    let end = inner.find(|letter: char| !matches!(letter, 'a'..='z' | '0'..='9' | '_'))?;
    (end > 0 && inner[end..].starts_with('}')).then(|| &inner[..end])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, proptest};

    use super::{fill, matches, weight};

    #[test]
    fn places_are_filled_and_other_braces_stay() {
        let lookup = |name: &str| (name == "value").then_some("example.test");
        let cases = [
            ("{value} is taken", "example.test is taken"),
            ("at most {limit}", "at most limit"),
            ("{} {Value} {value", "{} {Value} {value"),
            ("{{value}}", "{example.test}"),
            ("", ""),
        ];
        for (template, text) in cases {
            assert_eq!(fill(template, lookup), text);
        }
    }

    type Values<'a> = &'a [(&'a str, &'a str)];

    #[test]
    fn a_filled_text_is_read_back() {
        let cases: [(&str, &str, Values<'_>); 6] = [
            ("{value} is taken", "a.test is taken", &[("value", "a.test")]),
            ("{value} is taken", "x is taken is taken", &[("value", "x is taken")]),
            ("no {a} of {b}", "no x of y of z", &[("a", "x"), ("b", "y of z")]),
            ("plain", "plain", &[]),
            ("{a}{b}!", "xy!", &[("a", ""), ("b", "xy")]),
            ("at {a}", "at ", &[("a", "")]),
        ];
        for (template, text, expected) in cases {
            assert_eq!(matches(template, text).as_deref(), Some(expected), "{template} / {text}");
        }
    }

    #[test]
    fn another_text_is_not_read_back() {
        let cases =
            [("{value} is taken", "a.test is free"), ("plain", "plainly"), ("plain", ""), ("a{x}a", "a")];
        for (template, text) in cases {
            assert_eq!(matches(template, text), None, "{template} / {text}");
        }
    }

    #[test]
    fn only_fixed_letters_weigh() {
        assert_eq!(weight("{value} is {x}."), 5);
    }

    #[test]
    fn many_places_and_a_long_text_do_not_explode() {
        let template = "{a}x".repeat(1000) + "y";
        assert_eq!(matches(&template, &"x".repeat(1_000_000)), None);
    }

    proptest! {
        #[test]
        fn anything_is_survived(template in any::<String>(), text in any::<String>()) {
            let filled = fill(&template, |_| Some(&text));
            prop_assert!(matches(&template, &filled).is_some());
        }

        #[test]
        fn braces_are_survived(template in "[{}a-c_ é]{0,40}", value in "[{}a-c é]{0,10}") {
            let filled = fill(&template, |_| Some(&value));
            prop_assert!(matches(&template, &filled).is_some());
        }
    }
}
