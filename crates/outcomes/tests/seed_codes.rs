//! Every code that the documented services give is the target of a row, or says why it is not.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::EPP as TABLE;

/// Result codes of the EPP services this system is modelled on: `code,message`, with a head line.
const EPP: &str = include_str!("data/epp_nominet.csv");

#[test]
fn every_documented_epp_code_is_given_or_explained() {
    let mut missing = Vec::new();
    let mut seen = 0;
    for line in EPP.lines().skip(1) {
        let (number, _) = line.split_once(',').unwrap();
        let code =
            TABLE.code(number.parse().unwrap()).unwrap_or_else(|| panic!("{number} is no code of EPP"));
        let reached = TABLE.rows_to(code.number).any(|row| row.unsaid.is_none());
        if !reached && code.unused.is_none() {
            missing.push(number);
        }
        seen += 1;
    }
    assert_eq!(seen, 28);
    assert!(missing.is_empty(), "no outcome leads to {missing:?}, and codes.toml does not say why");
}

#[test]
fn every_code_of_the_rfc_is_given_or_explained() {
    let silent: Vec<u32> = TABLE
        .codes
        .iter()
        .filter(|code| code.unused.is_none() && !TABLE.rows_to(code.number).any(|row| row.unsaid.is_none()))
        .map(|code| code.number)
        .collect();
    assert!(silent.is_empty(), "no outcome leads to {silent:?}, and codes.toml does not say why");
}
