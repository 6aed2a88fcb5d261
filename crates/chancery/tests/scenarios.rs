//! Every scenario of `scenarios/`, played to the real server over real sockets. `scenarios/README.md` is the manual.
//!
//! `SCENARIO=domain/check cargo test -p chancery --test scenarios` plays those whose names hold that; what is proved
//! is then not counted.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{env, fs, path::PathBuf, sync::OnceLock};

use outcomes::{TABLES, Table};
use testkit::{
    Coverage, Schemas,
    scenario::{Play, Scenario, Stage},
    skipped,
};

#[test]
fn every_scenario_goes_as_it_says() {
    let failures: Vec<String> =
        plays().iter().filter_map(|play| play.failure.as_ref()).map(ToString::to_string).collect();
    assert!(
        failures.is_empty(),
        "{} of {} scenarios failed\n\n{}",
        failures.len(),
        plays().len(),
        failures.join("\n\n")
    );
}

#[test]
fn every_answer_is_valid_by_the_schemas() {
    let Some(schemas) = Schemas::load().unwrap() else {
        return skipped(
            "the schemas are not here: answers are not judged by them (CHANCERY_XSD names their folder)",
        );
    };
    let answers: Vec<(String, &str)> = plays()
        .iter()
        .flat_map(|play| {
            play.answers.iter().map(|(line, answer)| (format!("{}:{line}", play.name), answer.text()))
        })
        .collect();
    let complaints: Vec<String> = answers
        .iter()
        .flat_map(|(place, text)| {
            schemas.judge(text).into_iter().map(move |complaint| format!("{place}: {complaint}\n{text}"))
        })
        .collect();
    assert!(complaints.is_empty(), "{} complaints\n{}", complaints.len(), complaints.join("\n\n"));
    match schemas.second_opinion(answers.iter().map(|(_, text)| *text)).unwrap() {
        Some(complaints) => assert_eq!(complaints, "", "xmllint sees what the first validator does not"),
        None => skipped("xmllint is not installed: there is no second opinion on the answers"),
    }
}

#[test]
fn every_code_and_outcome_is_proved_or_excused() {
    if env::var_os("SCENARIO").is_some() {
        return skipped("only some scenarios were played: what is proved is not counted");
    }
    let mut coverage = Coverage::default();
    plays().iter().for_each(|play| coverage.note(play));
    let complaints: Vec<String> = TABLES.iter().flat_map(|table| complaints(&coverage, table)).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// What is wrong with what one protocol's scenarios prove.
fn complaints(coverage: &Coverage, table: &Table) -> Vec<String> {
    let list = fs::read_to_string(folder().join(table.name).join("unproduced.txt")).unwrap();
    let complaints = coverage.judge(table, &list);
    let (all, proved) = coverage.counts(table);
    let head = format!("{}: {proved} of {all} things are proved", table.title);
    if complaints.is_empty() { Vec::new() } else { std::iter::once(head).chain(complaints).collect() }
}

/// The plays, which all tests look at and the first one performs.
fn plays() -> &'static [Play] {
    static PLAYS: OnceLock<Vec<Play>> = OnceLock::new();
    PLAYS.get_or_init(|| {
        let mut scenarios = Scenario::read_all(&folder()).unwrap_or_else(|failure| panic!("{failure}"));
        let wanted = env::var("SCENARIO").unwrap_or_default();
        scenarios.retain(|scenario| scenario.name.contains(&wanted));
        assert!(!scenarios.is_empty(), "no scenario has {wanted:?} in its name");
        let stage =
            Stage::open(env!("CARGO_BIN_EXE_chancery"), folder()).unwrap_or_else(|error| panic!("{error:#}"));
        stage.play_all(&scenarios, AT_A_TIME)
    })
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../scenarios")
}

/// Most scenarios wait for a server to start or for its clock; some at a time keep two cores busy.
const AT_A_TIME: usize = 8;
