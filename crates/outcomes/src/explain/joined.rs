//! Several reasons in one text, where a protocol has one place for all of them.

/// The reasons in `text`, if it is several joined by `; `. A reason may hold a semicolon itself: each is the shortest
/// run of parts that `is_reason`. `None` if it is not cut into such without a rest, or is one reason alone.
pub(super) fn reasons(text: &str, is_reason: impl Fn(&str) -> bool) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(JOINT).collect();
    if !(2..=MOST_PARTS).contains(&parts.len()) {
        return None;
    }
    let mut reasons = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let reason = beginnings(rest).find(|reason| is_reason(reason))?;
        reasons.push(reason);
        rest = rest[reason.len()..].strip_prefix(JOINT).unwrap_or_default();
    }
    Some(reasons).filter(|reasons| reasons.len() > 1)
}

/// The first part, the first two, and so on to the whole.
fn beginnings(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(JOINT).map(|(at, _)| &text[..at]).chain(std::iter::once(text))
}

/// What stands between two reasons.
const JOINT: &str = "; ";
/// The most parts that are looked at: the cost grows with their square.
const MOST_PARTS: usize = 16;

#[cfg(test)]
mod tests {
    use super::reasons;

    fn is_reason(text: &str) -> bool {
        ["a", "b; c", "d"].contains(&text)
    }

    #[test]
    fn a_text_is_cut_where_reasons_end() {
        assert_eq!(reasons("a; d", is_reason), Some(vec!["a", "d"]));
        assert_eq!(reasons("b; c; a", is_reason), Some(vec!["b; c", "a"]));
    }

    #[test]
    fn one_reason_and_other_texts_stay_whole() {
        for text in ["", "a", "b; c", "a; x", "x; a", "a; "] {
            assert_eq!(reasons(text, is_reason), None, "{text}");
        }
        assert_eq!(reasons(&["a"; 100].join("; "), is_reason), None);
    }
}
