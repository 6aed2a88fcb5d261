//! The chores of this workspace: `cargo xtask <verb>`.
//!
//! Each verb is one file under `verbs/` and one line of [`VERBS`].
#![allow(clippy::disallowed_macros, reason = "a chore speaks to the person at the terminal")]

mod catalogue;
mod render;
mod verbs;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// One thing that can be asked of this program.
struct Verb {
    name: &'static str,
    summary: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const VERBS: [Verb; 5] = [
    Verb {
        name: "generate",
        summary: "write what is made from the catalogue; --check only compares",
        run: verbs::generate::run,
    },
    Verb { name: "check", summary: "formatting, lints, generated files", run: verbs::check::run },
    Verb { name: "test", summary: "all tests of the workspace", run: verbs::test::run },
    Verb {
        name: "endure",
        summary: "the tests of reliability, as long as docs/reliability.md says; --only R1,R24, --scale 0.1",
        run: verbs::endure::run,
    },
    Verb {
        name: "codes",
        summary: "which outcomes lead to each code of a protocol, and which codes nothing leads to",
        run: verbs::codes::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("{}", usage());
    };
    match VERBS.iter().find(|verb| verb.name == name) {
        Some(verb) => (verb.run)(rest),
        None => bail!("no verb is called {name:?}\n{}", usage()),
    }
}

fn usage() -> String {
    let mut text = String::from("usage: cargo xtask <verb>\n");
    for verb in &VERBS {
        text.push_str(&format!("  {:<10} {}\n", verb.name, verb.summary));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{VERBS, dispatch};

    #[test]
    fn an_unknown_verb_is_refused_with_the_list() {
        let error = dispatch(&["fly".to_owned()]).unwrap_err().to_string();
        assert!(VERBS.iter().all(|verb| error.contains(verb.name)), "{error}");
    }
}
