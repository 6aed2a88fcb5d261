//! What is sent over WAPI holds no word that a client takes for something else.
#![allow(missing_docs, reason = "a test program has no public items")]

use outcomes::{Field, Operation, WAPI};

/// One client takes an answer with either word for the page of a firewall, and never reads its code.
const NEVER: [&str; 2] = ["doctype", "protection"];

#[test]
fn no_text_reads_like_a_page_that_blocks_the_client() {
    let said = WAPI.rows.iter().filter(|row| row.unsaid.is_none()).map(|row| row.outcome.text());
    let messages = WAPI.codes.iter().map(|code| code.message);
    let titles =
        Field::ALL.into_iter().map(Field::title).chain(Operation::ALL.into_iter().map(Operation::title));
    for text in said.chain(messages).chain(titles) {
        let text = text.to_lowercase();
        assert!(!NEVER.iter().any(|word| text.contains(word)), "{text}");
    }
}
