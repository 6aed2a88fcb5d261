//! `chancery account delivery`: where notices go beside the queue.

use std::path::Path;

use crate::process::{Ended, run_with};

fn delivery(data: &Path, arguments: &[&str], input: &str) -> Ended {
    run_with(&[&["account", "delivery"], arguments, &["--data", data.to_str().unwrap()]].concat(), input)
}

fn with_account(data: &Path) {
    let add = ["account", "add", "THIRD", "--password-stdin", "--data", data.to_str().unwrap()];
    run_with(&add, "third-secret\n").ok();
}

#[test]
fn a_target_is_set_shown_replaced_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    with_account(data);
    let url = "https://example.test/notices";
    let secret = format!("{}\n", "5w0rdf15".repeat(4));
    let steps: [(&[&str], &str, &str); 4] = [
        (
            &["THIRD", "--url", url, "--secret-stdin"],
            &secret,
            "posted, signed, to https://example.test/notices",
        ),
        (&["THIRD", "--url", url], "", "posted, unsigned, to https://example.test/notices"),
        (&["THIRD", "--mail", "noc@example.test"], "", "sent to noc@example.test"),
        (&["THIRD", "--none"], "", "stay in its queue"),
    ];
    for (arguments, input, expected) in steps {
        let said = delivery(data, arguments, input).ok();
        assert!(said.contains(expected), "{said}");
        assert_eq!(delivery(data, &["THIRD"], "").ok(), said, "what is shown is what was set");
        for file in std::fs::read_dir(data).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            let bytes = std::fs::read(file.path()).unwrap();
            let is_there = bytes.windows(16).any(|window| window == b"5w0rdf155w0rdf15");
            assert!(!is_there, "the secret stands in {}", file.path().display());
        }
    }
}

#[test]
fn targets_that_make_no_sense_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path();
    with_account(data);
    for (arguments, input, expected) in [
        (&["THIRD", "--url", "ftp://example.test/"][..], "", "no URL that notices can be sent to"),
        (&["THIRD", "--mail", "noc"], "", "no e-mail address"),
        (
            &["THIRD", "--url", "https://example.test/", "--mail", "noc@example.test"],
            "",
            "cannot be used with",
        ),
        (&["THIRD", "--mail", "noc@example.test", "--secret-stdin"], "x", "cannot be used with"),
        (&["THIRD", "--url", "https://example.test/", "--secret-stdin"], "short\n", "could be guessed"),
        (&["THIRD", "--secret-stdin"], "x", "--url"),
        (&["NOBODY", "--none"], "", "no account NOBODY"),
        (&["NOBODY"], "", "no account NOBODY"),
    ] {
        let ended = delivery(data, arguments, input);
        assert_ne!(ended.code, Some(0), "{arguments:?}");
        assert!(ended.err.contains(expected), "{arguments:?}: {}", ended.err);
    }
    assert!(delivery(data, &["THIRD"], "").ok().contains("stay in its queue"));
}
