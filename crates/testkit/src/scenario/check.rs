use super::Variables;
use crate::{Answer, Path};

/// What has to stand at a place in an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    path: Path,
    demand: Demand,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Demand {
    /// `is TEXT`: exactly one, with this text.
    Is(String),
    /// `lists A, B`: exactly these, in this order.
    Lists(Vec<String>),
    /// `like GLOB`: exactly one, with `*` for anything.
    Like(String),
    /// `has TEXT`: at least one holds this.
    Has(String),
    /// `absent`.
    Absent,
    /// `present`: at least one.
    Present,
    /// `count N`.
    Count(usize),
    /// `-> NAME`: exactly one, which is called so from here on.
    Capture(String),
}

impl Check {
    /// Reads a check: a path, a verb and what it takes. `None` if it is none.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let (path, rest) = line.split_once(char::is_whitespace)?;
        let (verb, object) = rest.trim().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        let object = object.trim();
        Some(Self { path: Path::parse(path)?, demand: Demand::parse(verb, object)? })
    }

    /// Looks whether the answer is so, and keeps what is to be kept.
    ///
    /// # Errors
    /// What was expected and what stands there.
    pub(super) fn judge(&self, answer: &Answer, variables: &mut Variables) -> Result<(), String> {
        let found = answer.texts(&self.path);
        let fits = match &self.demand {
            Demand::Is(text) => found == [variables.fill(text)?],
            Demand::Lists(texts) => {
                found == texts.iter().map(|text| variables.fill(text)).collect::<Result<Vec<_>, _>>()?
            }
            Demand::Like(pattern) => found.len() == 1 && is_like(&variables.fill(pattern)?, &found[0]),
            Demand::Has(text) => {
                let text = variables.fill(text)?;
                found.iter().any(|found| found.contains(&text))
            }
            Demand::Absent => found.is_empty(),
            Demand::Present => !found.is_empty(),
            Demand::Count(count) => found.len() == *count,
            Demand::Capture(name) => {
                found.first().inspect(|value| variables.set(name, value.as_str()));
                found.len() == 1
            }
        };
        if fits { Ok(()) } else { Err(self.complaint(&found, variables)) }
    }

    fn complaint(&self, found: &[String], variables: &Variables) -> String {
        let filled = |text: &str| variables.fill(text).unwrap_or_else(|_| text.to_owned());
        let expected = match &self.demand {
            Demand::Is(text) => format!("{:?}", filled(text)),
            Demand::Lists(texts) => {
                format!("{:?}", texts.iter().map(|text| filled(text)).collect::<Vec<_>>())
            }
            Demand::Like(pattern) => format!("one like {:?}", filled(pattern)),
            Demand::Has(text) => format!("one that has {:?}", filled(text)),
            Demand::Absent => "nothing".to_owned(),
            Demand::Present => "something".to_owned(),
            Demand::Count(count) => format!("{count} of them"),
            Demand::Capture(_) => "exactly one".to_owned(),
        };
        format!("{}\n  expected {expected}\n  got      {found:?}", self.path)
    }
}

impl Demand {
    fn parse(verb: &str, object: &str) -> Option<Self> {
        Some(match (verb, object.is_empty()) {
            ("is", _) => Self::Is(object.to_owned()),
            ("lists", false) => Self::Lists(object.split(',').map(|text| text.trim().to_owned()).collect()),
            ("like", false) => Self::Like(object.to_owned()),
            ("has", false) => Self::Has(object.to_owned()),
            ("absent", true) => Self::Absent,
            ("present", true) => Self::Present,
            ("count", false) => Self::Count(object.parse().ok()?),
            ("->", false) => Self::Capture(object.trim_start_matches('$').to_owned()),
            _ => return None,
        })
    }
}

/// Whether a text is made of the parts of a pattern between its stars, in their order.
fn is_like(pattern: &str, text: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut rest) = text.strip_prefix(head) else { return false };
    let mut parts = tail.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_true_or_says_why_not() {
        let answer =
            Answer::new(crate::epp("<response><msg>one</msg><value>x</value><value>y</value></response>"));
        let mut variables = Variables::default();
        let mut holds = |line: &str| Check::parse(line).unwrap().judge(&answer, &mut variables).is_ok();
        for line in [
            "msg is one",
            "value lists x, y",
            "msg like o*e",
            "value has y",
            "reason absent",
            "value count 2",
            "msg -> $m",
            "msg is {m}",
            "msg present",
        ] {
            assert!(holds(line), "{line}");
        }
        for line in [
            "msg is two",
            "msg is",
            "value is x",
            "value lists y, x",
            "msg like o*",
            "msg like x*",
            "value -> $v",
            "msg absent",
            "value count 1",
            "reason present",
            "msg has {q}",
        ] {
            assert_eq!(holds(line), line == "msg like o*", "{line}");
        }
    }

    #[test]
    fn what_is_no_check_is_refused() {
        for line in ["msg", "msg isnt x", "msg count x", "msg absent x", "q:msg is x", "msg like"] {
            assert_eq!(Check::parse(line), None, "{line}");
        }
    }

    #[test]
    fn stars_stand_for_anything() {
        for (pattern, text, fits) in [
            ("D*-CHANCERY", "D1X-CHANCERY", true),
            ("*", "", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*a", "a", false),
            ("a*b", "ab-", false),
        ] {
            assert_eq!(is_like(pattern, text), fits, "{pattern} {text}");
        }
    }
}
