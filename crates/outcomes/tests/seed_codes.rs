//! Every code that the documented services give is the target of a row, or says why it is not.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::{Code, EPP, RRP, Table, WAPI};

/// Result codes of the EPP services this system is modelled on: `code,text`, with a head line.
const EPP_CODES: &str = include_str!("data/epp_nominet.csv");
/// Return codes of WAPI.
const WAPI_CODES: &str = include_str!("data/wapi.csv");
/// Return codes of RRPproxy.
const RRP_CODES: &str = include_str!("data/rrp.csv");

/// Each code with its text, which is in quotes where it has a comma.
fn documented(list: &str) -> Vec<(u32, &str)> {
    let entry = |line| {
        let (number, text) = str::split_once(line, ',')?;
        Some((number.parse().ok()?, text.trim_matches('"')))
    };
    list.lines().skip(1).map(|line| entry(line).unwrap_or_else(|| panic!("{line}"))).collect()
}

/// The codes that no outcome leads to, and of which the table does not say why.
fn silent<'t>(table: &'t Table, codes: impl Iterator<Item = &'t Code>) -> Vec<u32> {
    let is_given = |code: &&Code| table.rows_to(code.number).any(|row| row.unsaid.is_none());
    codes.filter(|code| code.unused.is_none() && !is_given(code)).map(|code| code.number).collect()
}

#[test]
fn every_documented_epp_code_is_given_or_explained() {
    let code = |(number, _)| EPP.code(number).unwrap_or_else(|| panic!("{number} is no code of EPP"));
    let codes: Vec<&Code> = documented(EPP_CODES).into_iter().map(code).collect();
    assert_eq!(codes.len(), 28);
    assert_eq!(
        silent(EPP, codes.into_iter()),
        [0; 0],
        "no outcome leads there, and codes.toml does not say why"
    );
}

#[test]
fn every_code_of_the_rfc_is_given_or_explained() {
    assert_eq!(
        silent(EPP, EPP.codes.iter()),
        [0; 0],
        "no outcome leads there, and codes.toml does not say why"
    );
}

#[test]
fn every_documented_wapi_code_is_there_with_its_very_text() {
    let known: Vec<(u32, &str)> = WAPI.codes.iter().map(|code| (code.number, code.message)).collect();
    assert_eq!(known.len(), 238);
    assert_eq!(known, documented(WAPI_CODES));
}

#[test]
fn every_wapi_code_is_given_or_explained() {
    assert_eq!(
        silent(WAPI, WAPI.codes.iter()),
        [0; 0],
        "no outcome leads there, and codes.toml does not say why"
    );
}

#[test]
fn every_documented_rrp_code_is_there_with_its_very_text() {
    let known: Vec<(u32, &str)> = RRP.codes.iter().map(|code| (code.number, code.message)).collect();
    assert_eq!(known.len(), 56);
    assert_eq!(known, documented(RRP_CODES));
}
