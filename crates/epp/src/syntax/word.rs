//! Attributes whose value is one of a list of words.

use engine::Refusals;
use wire::xml::Element;

use super::{attribute_invalid, disorder};

/// The words that a schema lists for an attribute, each with what it means here.
pub(crate) type Words<T> = [(&'static str, T)];

/// What an attribute says, if it is there.
///
/// # Errors
/// `attribute_invalid` when its value is none of the words.
pub(crate) fn word<T: Copy>(
    element: Element<'_, '_>,
    attribute: &'static str,
    words: &Words<T>,
) -> Result<Option<T>, Refusals> {
    element.attribute(attribute).map(|value| look_up(element, attribute, value, words)).transpose()
}

/// What an attribute says that must be there.
///
/// # Errors
/// `attribute_missing`, `attribute_invalid`.
pub(crate) fn required_word<T: Copy>(
    element: Element<'_, '_>,
    attribute: &'static str,
    words: &Words<T>,
) -> Result<T, Refusals> {
    let value = element.required_attribute(attribute).map_err(disorder)?;
    look_up(element, attribute, value, words)
}

/// The lists are of type `xs:token`, so blanks around a word do not count.
fn look_up<T: Copy>(
    element: Element<'_, '_>,
    attribute: &'static str,
    value: &str,
    words: &Words<T>,
) -> Result<T, Refusals> {
    let trimmed = value.trim_matches([' ', '\t', '\n', '\r']);
    match words.iter().find(|(word, _)| *word == trimmed) {
        Some((_, meaning)) => Ok(*meaning),
        None => Err(attribute_invalid(element, attribute, value, &listed(words)).into()),
    }
}

/// `a, b or c`.
fn listed<T>(words: &Words<T>) -> String {
    let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        _ => names.concat(),
    }
}
