//! Patterns of names as statements take them.

use engine::model::NamePattern;

/// What a statement asks of a name: `name >= from AND name <= to AND name LIKE like ESCAPE '!'`. The bounds say nothing
/// that the last part does not; an index can use them.
pub(crate) struct Like {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) like: String,
}

impl From<&NamePattern> for Like {
    fn from(pattern: &NamePattern) -> Self {
        let beginning = pattern.beginning();
        let like = like(pattern.as_str());
        Self { from: beginning.to_owned(), to: format!("{beginning}{LAST}"), like }
    }
}

/// A pattern with the wildcards `*` and `?` as `LIKE` takes it with the escape character `!`.
pub(crate) fn like(pattern: &str) -> String {
    pattern.chars().flat_map(escaped).collect()
}

/// Words as `$n LIKE '%,' || word || ',%'` looks for one among them: a statement has places for so many values, and no more.
pub(crate) fn among<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().fold(",".to_owned(), |all, word| all + word + ",")
}

fn escaped(c: char) -> impl Iterator<Item = char> {
    let (mark, c) = match c {
        '*' => (None, '%'),
        '?' => (None, '_'),
        '%' | '_' | '!' => (Some('!'), c),
        _ => (None, c),
    };
    mark.into_iter().chain([c])
}

/// Comes after everything that can follow in a name.
const LAST: char = char::MAX;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_are_translated_and_their_likes_escaped() {
        let like = Like::from(&NamePattern::new("a_b*c?.test"));
        assert_eq!((like.from.as_str(), like.like.as_str()), ("a_b", "a!_b%c_.test"));
        assert!(like.to.as_str() > "a_bzzz");
    }

    #[test]
    fn words_stand_between_commas() {
        assert_eq!((super::among(["a", "b"]).as_str(), super::among([]).as_str()), (",a,b,", ","));
    }

    #[test]
    fn the_characters_of_like_mean_themselves() {
        assert_eq!(super::like("a_%*?!\\"), "a!_!%%_!!\\");
    }
}
