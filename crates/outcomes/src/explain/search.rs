//! Which of several outcomes an answer's text tells of.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::explanation::{Candidate, Certainty};
use super::protocols;
use crate::{Field, Outcome, text};

/// An outcome with the templates of what a protocol says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) outcome: Outcome,
    pub(super) templates: Vec<Cow<'static, str>>,
}

/// The outcomes among `outcomes` whose text `said` holds; if there are none, all of them as possible ones, those
/// that share most with `said` and `hints` first.
pub(super) fn candidates(outcomes: &[Told], said: &[String], hints: &[String]) -> Vec<Candidate> {
    let exact = exact(outcomes, said);
    if !exact.is_empty() {
        return exact;
    }
    let mut names: Vec<Outcome> = outcomes.iter().map(|told| told.outcome).collect();
    names.dedup();
    by_likeness(&names, said.iter().chain(hints))
}

/// The outcomes among `outcomes` whose text `said` holds.
pub(super) fn exact(outcomes: &[Told], said: &[String]) -> Vec<Candidate> {
    let mut exact: Vec<Candidate> = Vec::new();
    for candidate in said.iter().flat_map(|said| best_matches(outcomes, said)) {
        if !exact
            .iter()
            .any(|known| known.outcome == candidate.outcome && known.parameters == candidate.parameters)
        {
            exact.push(candidate);
        }
    }
    exact
}

/// The outcomes whose text, filled, is `said`; of several, those with the most fixed letters.
fn best_matches(outcomes: &[Told], said: &str) -> Vec<Candidate> {
    let templates = outcomes.iter().flat_map(|told| told.templates.iter().map(|one| (told.outcome, one)));
    let found = templates.filter_map(|(outcome, template)| Some((outcome, best_match(template, said)?)));
    let mut found: Vec<(Outcome, Match)> = found.collect();
    let best = found.iter().map(|(_, found)| found.weight).max();
    found.retain(|(_, found)| Some(found.weight) == best);
    found.into_iter().map(|(outcome, found)| candidate(outcome, Certainty::Exact, found.parameters)).collect()
}

/// A way in which a template becomes a text.
struct Match {
    weight: usize,
    parameters: Vec<(String, String)>,
}

/// The best way in which `template` becomes `said`. A place for a field is read as one of the titles that fields
/// have, since a title may have several words; only if none fits, as any words.
fn best_match(template: &str, said: &str) -> Option<Match> {
    let any = text::matches(template, said)?;
    let by_title = || {
        let titles = Field::ALL.iter().map(|field| field.title()).filter(|title| said.contains(title));
        titles.filter_map(|title| with_field(template, said, title)).max_by_key(|found| found.weight)
    };
    let by_title = if template.contains(FIELD_PLACE) { by_title() } else { None };
    by_title.or_else(|| Some(Match { weight: text::weight(template), parameters: owned(any) }))
}

fn with_field(template: &str, said: &str, title: &str) -> Option<Match> {
    let template = template.replace(FIELD_PLACE, title);
    let mut parameters = owned(text::matches(&template, said)?);
    parameters.push(("field".to_owned(), title.to_owned()));
    Some(Match { weight: text::weight(&template), parameters })
}

fn owned(values: Vec<(&str, &str)>) -> Vec<(String, String)> {
    values.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// All outcomes; a shared word counts the more, the fewer of the outcomes have it.
fn by_likeness<'a>(outcomes: &[Outcome], said: impl Iterator<Item = &'a String>) -> Vec<Candidate> {
    let said: HashSet<String> = said.flat_map(|text| words(text)).collect();
    let vocabularies: Vec<HashSet<String>> = outcomes.iter().map(|outcome| vocabulary(*outcome)).collect();
    let mut frequency: HashMap<&str, u32> = HashMap::new();
    for word in vocabularies.iter().flatten() {
        *frequency.entry(word).or_default() += 1;
    }
    let likeness = |vocabulary: &HashSet<String>| -> u32 {
        vocabulary
            .intersection(&said)
            .filter_map(|word| frequency.get(word.as_str()))
            .map(|often| RARE / often)
            .sum()
    };
    let mut ranked: Vec<(u32, Outcome)> =
        vocabularies.iter().map(likeness).zip(outcomes.iter().copied()).collect();
    ranked.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
    ranked.into_iter().map(|(_, outcome)| candidate(outcome, Certainty::Possible, Vec::new())).collect()
}

fn candidate(outcome: Outcome, certainty: Certainty, parameters: Vec<(String, String)>) -> Candidate {
    Candidate { outcome, certainty, parameters, sayings: protocols::sayings(outcome) }
}

/// The words that speak of an outcome.
fn vocabulary(outcome: Outcome) -> HashSet<String> {
    [outcome.name(), outcome.text(), outcome.meaning(), outcome.cause()].into_iter().flat_map(words).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.len() >= SHORTEST)
        .map(str::to_lowercase)
}

/// Where a text names a field.
const FIELD_PLACE: &str = "{field}";
/// What a word counts that only one outcome has.
const RARE: u32 = 10_000;
/// Shorter words, such as "is" and "of", say nothing.
const SHORTEST: usize = 3;
